package org.yongjun.pass.venue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Priority lanes, windows or signs at a venue.
 *
 * @param since the first day that they are there
 * @param removedOn the first day that they are not
 */
public record VenueFacility(
    String id,
    String venueId,
    Kind kind,
    int quantity,
    LocalDate since,
    Optional<LocalDate> removedOn,
    Optional<String> note) {
  public static final int QUANTITY_MAX = 10_000;
  public static final int NOTE_LENGTH_MAX = 200;

  /** What it is. Stored by name: never rename. */
  public enum Kind {
    PRIORITY_LANE,
    PRIORITY_WINDOW,
    PRIORITY_SIGN
  }
}
