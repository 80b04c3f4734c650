package org.yongjun.pass.offline.bundle;

import org.jspecify.annotations.Nullable;

/**
 * How the gates of a venue behave, as its operator decided.
 *
 * @param antiPassbackSeconds a person who was admitted is not admitted again for so long; 0 for no
 *     such interval
 * @param failOpen what a gate does that cannot decide (no bundle in force, its journal cannot be
 *     written): open and say so, or stay closed
 * @param dailyLimitPerGate the most admissions at one gate on a business day; 0 for no limit
 * @param dailyLimitPerHolder the most admissions of one person at one gate on a business day; 0 for
 *     no limit
 * @param exitRequired whether a person who is inside must leave before being admitted again
 * @param onlineBudgetMillis how long a gate with a network waits for the server's answer before it
 *     decides by its bundle; 0 to decide by the bundle always
 * @param passageLabel the bill part that a passage is billed as; null for the first filed price
 */
public record GateSettings(
    int antiPassbackSeconds,
    boolean failOpen,
    int dailyLimitPerGate,
    int dailyLimitPerHolder,
    boolean exitRequired,
    int onlineBudgetMillis,
    @Nullable String passageLabel) {
  /** A day. */
  public static final int ANTI_PASSBACK_SECONDS_MAX = 86_400;

  /** More than one gate admits in a day. */
  public static final int DAILY_LIMIT_MAX = 1_000_000;

  /** Nobody stands longer in front of a closed gate. */
  public static final int ONLINE_BUDGET_MILLIS_MAX = 5_000;

  public static final int LABEL_LENGTH_MAX = 32;

  /** What holds where an operator has decided nothing: closed when in doubt, no limits. */
  public static final GateSettings DEFAULT = new GateSettings(0, false, 0, 0, false, 300, null);

  public GateSettings {
    requireRange(antiPassbackSeconds, ANTI_PASSBACK_SECONDS_MAX);
    requireRange(dailyLimitPerGate, DAILY_LIMIT_MAX);
    requireRange(dailyLimitPerHolder, DAILY_LIMIT_MAX);
    requireRange(onlineBudgetMillis, ONLINE_BUDGET_MILLIS_MAX);
    if (passageLabel != null
        && (passageLabel.isEmpty() || passageLabel.length() > LABEL_LENGTH_MAX)) {
      throw new IllegalArgumentException("length of a label");
    }
  }

  private static void requireRange(int value, int max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException("a gate setting is out of range");
    }
  }
}
