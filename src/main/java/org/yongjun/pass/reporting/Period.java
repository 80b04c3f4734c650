package org.yongjun.pass.reporting;

/** Calendar periods of Asia/Shanghai into which a figure can be divided. */
public enum Period {
  /** As {@code 2026-11-25}. */
  DAY,
  /** As {@code 2026-11}. */
  MONTH,
  /** As {@code 2026-H2}. */
  HALF_YEAR,
  /** As {@code 2026}. */
  YEAR
}
