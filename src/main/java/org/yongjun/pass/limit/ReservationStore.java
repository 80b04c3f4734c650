package org.yongjun.pass.limit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Keeps reservations; everything in the caller's transaction. */
public interface ReservationStore extends HeldReservations {
  /**
   * False, with the transaction to be rolled back, where the key is taken, the person holds the
   * item already, or another attempt has that number.
   */
  boolean insert(Reservation reservation);

  /** Ends one that is held; whether it was held. The transaction keeps it locked until it ends. */
  boolean end(String id, Reservation.State how, String redemptionId);

  Optional<Reservation> findById(String id);

  Optional<Reservation> findByKey(String actor, String key);

  /** A person's of one day, the newest first. */
  List<Reservation> listOfDay(String person, LocalDate day, int limit);

  int countOfDay(String person, String itemId, LocalDate day);

  /** Those that are held although they ran out at {@code now} or before, the oldest first. */
  List<String> listExpired(Instant now, int limit);
}
