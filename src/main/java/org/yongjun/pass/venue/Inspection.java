package org.yongjun.pass.venue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;

/**
 * A campaign to check how partners honour what they promised.
 *
 * @param notice what was announced
 * @param draw empty until the venues are drawn
 * @param report what the closing meeting was told; empty until then
 */
public record Inspection(
    String id,
    Notice notice,
    State state,
    Optional<Draw> draw,
    Optional<String> report,
    Instant createdAt) {
  public static final int TITLE_LENGTH_MAX = 120;
  public static final int REPORT_LENGTH_MAX = 4000;

  /** How far it is. Stored by name: never rename. */
  public enum State {
    ANNOUNCED,
    DRAWN,
    CLOSED
  }

  /**
   * What is announced.
   *
   * @param document number or title of the notice
   * @param inspectingBody who inspects, where it is not the office itself
   * @param kind only venues of this kind
   * @param partnerClass only venues with a plaque of this class
   */
  public record Notice(
      RegionCode region,
      String title,
      Optional<String> document,
      Optional<String> inspectingBody,
      LocalDate beginsOn,
      LocalDate endsOn,
      Optional<VenueKind> kind,
      Optional<String> partnerClass) {}

  /**
   * How the venues were drawn.
   *
   * @param seed under which they were ordered
   * @param population how many were on the list
   * @param populationHash of their ids, see {@link InspectionDraw}
   * @param drawn how many of them are inspected
   */
  public record Draw(
      String seed, int population, String populationHash, int drawn, Instant drawnAt) {}

  /**
   * What came of it so far.
   *
   * @param checked of those drawn
   * @param passed at the first check
   * @param toRectify failed at the first check, whatever came of it
   * @param rectified of those that failed: passed the second check
   * @param suspended likewise
   * @param delisted likewise
   * @param open neither passed nor decided yet
   */
  public record Result(
      int drawn,
      int checked,
      int passed,
      int toRectify,
      int rectified,
      int suspended,
      int delisted,
      int open) {}
}
