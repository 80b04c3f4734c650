package org.yongjun.pass.holder;

import java.time.LocalDate;
import java.util.List;

/** Keeps what happened to persons; writes in the caller's transaction. */
public interface PersonEventStore {
  /** False, and nothing written, when the event that it corrects was corrected before. */
  boolean insert(PersonEvent event);

  /** A person's events by effective day, then id; at most {@code limit}. */
  List<PersonEvent.Kept> listOf(String holderId, int limit);

  /**
   * The same as they are at this moment, also where the caller's transaction began earlier; locked
   * until it ends.
   */
  List<PersonEvent.Kept> lockOf(String holderId, int limit);

  /** Events that have come due and are not applied, the earliest first. */
  List<Due> listDue(LocalDate day, int limit);

  /** Moves a pending event on; false where another instance or a correction was first. */
  boolean take(String eventId);

  void setChanged(String eventId);

  /** Takes an event out of force, whatever its state. */
  void annul(String eventId);

  /** An event that waits for its turn. */
  record Due(String eventId, String holderId) {}
}
