package org.yongjun.pass.venue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A venue that was drawn.
 *
 * @param place in the order of the draw, from 1
 * @param deadline to rectify, where it failed
 */
public record InspectedVenue(String venueId, int place, State state, Optional<LocalDate> deadline) {
  /** How it stands. Stored by name: never rename. */
  public enum State {
    TO_CHECK,
    PASSED,
    TO_RECTIFY,
    /** It says that it rectified. */
    REPORTED,
    RECTIFIED,
    SUSPENDED,
    DELISTED
  }

  /**
   * What was found, reported or decided; it never changes.
   *
   * @param inspector who checked, by name and body
   */
  public record Note(
      String id,
      String inspectionId,
      String venueId,
      Kind kind,
      State stateAfter,
      LocalDate on,
      String text,
      Optional<String> inspector,
      Optional<String> evidence,
      String actor,
      Instant recordedAt) {
    public static final int INSPECTOR_LENGTH_MAX = 60;

    /** What it is. Stored by name: never rename. */
    public enum Kind {
      FINDING,
      RECTIFICATION,
      RECHECK
    }
  }
}
