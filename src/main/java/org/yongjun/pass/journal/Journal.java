package org.yongjun.pass.journal;

/** Appends entries; there is no way to change or remove one. */
@FunctionalInterface
public interface Journal {
  /** Must be called inside the transaction of the change that the entry records. */
  void append(JournalEntry entry);
}
