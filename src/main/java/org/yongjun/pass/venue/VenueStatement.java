package org.yongjun.pass.venue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an office says of any step.
 *
 * @param on the business day of the fact, not in the future
 * @param evidence where the paper is
 */
public record VenueStatement(LocalDate on, String reason, Optional<String> evidence) {
  public static final int REASON_LENGTH_MAX = 500;
  public static final int EVIDENCE_LENGTH_MAX = 200;
}
