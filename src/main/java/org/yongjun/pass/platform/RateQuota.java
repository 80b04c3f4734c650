package org.yongjun.pass.platform;

/**
 * How many requests one subject may make in a minute.
 *
 * @param name lower-case letters; names the policy on the wire
 * @param perMinute at least 1
 */
public record RateQuota(String name, int perMinute) {
  public static final int WINDOW_SECONDS = 60;

  public RateQuota {
    if (perMinute < 1) {
      throw new IllegalArgumentException("a quota below one request a minute: " + name);
    }
  }
}
