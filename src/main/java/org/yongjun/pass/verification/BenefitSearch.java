package org.yongjun.pass.verification;

import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.venue.VenueKind;
import org.yongjun.pass.venue.VenueSearch;

/**
 * What a holder asks: what do I get around here.
 *
 * @param parts labels of the bill that matter; empty for all
 */
public record BenefitSearch(
    VenueSearch.Near near, Optional<VenueKind> kind, Set<String> parts, String channel) {
  /** The nearest venues of the circle that are looked at. */
  public static final int VENUES_READ_MAX = 200;

  /** The venues that are answered, the best saving first. */
  public static final int VENUES_SHOWN_MAX = 50;

  /** Benefits of one venue that are not for the holder but say what would have to be different. */
  public static final int FIXES_MAX = 5;

  public static final int PARTS_MAX = 20;

  public BenefitSearch {
    parts = Set.copyOf(parts);
  }

  /** Without the position. */
  @Override
  public String toString() {
    return "BenefitSearch[" + kind + ", " + parts + "]";
  }
}
