package org.yongjun.pass.offline.gate;

/** What was unusual about a passage; travels with its upload. */
public enum GateFlag {
  /** The status list was 24 to 72 hours old, or older and the certificate new. */
  AGED_LIST,
  /** The gate could not decide and its operator had it open. */
  FAIL_OPEN,
  /** An online gate got no answer in its time and decided by itself. */
  FELL_BACK,
  /** Staff compared the holder with a photo. */
  STAFF_CHECKED,
  /** Whoever came in is inside until an exit is told. */
  EXIT_DUE
}
