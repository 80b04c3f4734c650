package org.yongjun.pass.reporting;

/** Which of its two days an entry counts under. Business days are those of Asia/Shanghai. */
public enum TimeBase {
  /** The day on which the benefit was used. */
  EVENT,
  /** The day on which the entry was booked; a closed booking day never changes. */
  BOOKING
}
