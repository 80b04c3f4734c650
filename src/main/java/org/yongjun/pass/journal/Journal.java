package org.yongjun.pass.journal;

import java.util.List;

/** Appends entries; there is no way to change or remove one. */
@FunctionalInterface
public interface Journal {
  /** Must be called inside the transaction of the change that the entry records. */
  void append(JournalEntry entry);

  /** The same for many at once. */
  default void appendAll(List<JournalEntry> entries) {
    entries.forEach(this::append);
  }
}
