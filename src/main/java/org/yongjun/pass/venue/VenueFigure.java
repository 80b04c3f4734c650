package org.yongjun.pass.venue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Stock and flow of partners, and what else is counted as of a day. */
public record VenueFigure(VenueStanding.Measure measure, List<Line> groups, Flow total) {
  /**
   * @param key feature → value, for those that the question named
   */
  public record Line(Map<VenueFigureQuery.Feature, String> key, Flow flow) {}

  /**
   * opening − removed − movedOut + added + movedIn = closing.
   *
   * @param movedOut those that went on under another rating or owner
   */
  public record Flow(int opening, int removed, int movedOut, int added, int movedIn, int closing) {
    public static final Flow NONE = new Flow(0, 0, 0, 0, 0, 0);

    public Flow {
      if (opening - removed - movedOut + added + movedIn != closing) {
        throw new IllegalStateException("stock and flow do not add up");
      }
    }
  }

  /**
   * Venues as of the end of a day, each counted once.
   *
   * @param recruited that have ever applied; {@code approved}, {@code signed} and {@code awarded}
   *     likewise
   * @param agreementsInForce under an agreement that has begun and not ended
   * @param reviewed that passed a review in the calendar year of the day, up to it
   */
  public record Counts(
      LocalDate asOf,
      int recruited,
      int approved,
      int signed,
      int awarded,
      int agreementsInForce,
      int reviewed,
      List<FacilityCount> facilities) {}

  /**
   * @param quantity how many there are
   * @param venues at how many venues
   */
  public record FacilityCount(VenueFacility.Kind kind, long quantity, int venues) {}
}
