package org.yongjun.pass.organisation;

import java.time.Instant;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Something that counts in a year's appraisal of a locality.
 *
 * @param points above or below nothing; 0 for a veto
 * @param reason in words
 * @param document the paper that it rests on
 */
public record Appraisal(
    String id,
    RegionCode region,
    int year,
    Kind kind,
    int points,
    String reason,
    String document,
    String recordedBy,
    Instant recordedAt) {
  public static final int POINTS_MAX = 100;
  public static final int YEAR_MIN = 2000;
  public static final int REASON_LENGTH_MAX = 200;
  public static final int DOCUMENT_LENGTH_MAX = 200;

  /** How it counts. Stored by name: never rename. */
  public enum Kind {
    POINTS,
    /** Whatever the points are, the year is failed. */
    VETO,
    /** A veto of that year was a mistake. */
    VETO_LIFTED
  }
}
