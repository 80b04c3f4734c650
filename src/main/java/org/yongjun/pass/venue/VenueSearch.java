package org.yongjun.pass.venue;

import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Which venues are looked for.
 *
 * @param name part of the name; empty for any
 */
public record VenueSearch(RegionCode region, String name, Optional<VenueKind> kind) {
  /** As long as a venue's name may be. */
  public static final int NAME_LENGTH_MAX = 120;

  /** Every venue of a region. */
  public static VenueSearch in(RegionCode region) {
    return new VenueSearch(region, "", Optional.empty());
  }

  /**
   * A circle.
   *
   * @param radiusMetres 1 … {@link #RADIUS_METRES_MAX}
   */
  public record Near(Position centre, int radiusMetres) {
    /** Across a large city; the search reads every venue of the circle. */
    public static final int RADIUS_METRES_MAX = 50_000;
  }

  /**
   * The place in a list by distance after which a page begins: pages stay right while venues are
   * added, because no venue's place depends on another's.
   */
  public record After(long distanceMetres, String venueId) {
    public static final After START = new After(-1, "");
  }

  /** A venue and how far it is from the centre, in whole metres. */
  public record Found(Venue venue, long distanceMetres) {}
}
