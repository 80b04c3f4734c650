package org.yongjun.pass.venue;

import java.util.Optional;

/** How a venue is found: where it is, its postal address, when it is open; any may be missing. */
public record Premises(
    Optional<Position> position, Optional<String> address, OpeningHours openingHours) {
  public static final Premises NOT_RECORDED =
      new Premises(Optional.empty(), Optional.empty(), OpeningHours.NOT_RECORDED);
}
