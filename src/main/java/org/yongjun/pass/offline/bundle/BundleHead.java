package org.yongjun.pass.offline.bundle;

/**
 * Which bundle it is.
 *
 * @param version Unix seconds, rising per venue
 * @param from 0 for a whole bundle, else the version that it changes
 * @param serverTimeSeconds when it was signed
 * @param expiresSeconds from then on it decides nothing
 */
public record BundleHead(
    long version, long from, long serverTimeSeconds, long expiresSeconds, GateTerminal terminal) {
  public BundleHead {
    if (version < 1 || from < 0 || from > version || expiresSeconds < serverTimeSeconds) {
      throw new IllegalArgumentException("versions or times of a bundle");
    }
  }

  boolean isWhole() {
    return from == 0;
  }
}
