package org.yongjun.pass.offline.gate;

/**
 * What was found wrong with a journal when it was opened. The bytes in question are kept in the
 * quarantine folder.
 *
 * @param kind what it is
 * @param fromNumber the first record that is not there
 * @param toNumber the last one; the numbers behind a torn tail are left out on purpose, so that no
 *     number is ever given twice
 * @param bytes how many bytes were no sound record
 */
public record JournalDamage(Kind kind, long fromNumber, long toNumber, long bytes) {
  /** In the order of gravity. */
  public enum Kind {
    /** The end of the newest file was not written to its end, as a power cut leaves it. */
    TORN_TAIL,
    /** Bytes inside a file are not what was written. */
    CORRUPT,
    /** Records are gone without a trace of bytes. */
    MISSING
  }
}
