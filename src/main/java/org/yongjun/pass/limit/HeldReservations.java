package org.yongjun.pass.limit;

import java.util.List;

/** Finds what a person has reserved, in the caller's transaction. */
@FunctionalInterface
public interface HeldReservations {
  /** Those that are held, at most one per item; in the order in which they were made. */
  List<Reservation> listHeld(String person);
}
