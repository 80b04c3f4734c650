package org.yongjun.pass.venue;

import java.time.LocalDate;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Venues that go together.
 *
 * @param tag stands among the tags of its members, so that items can name the group
 */
public record VenueGroup(
    String id, RegionCode region, Kind kind, String name, String tag, LocalDate foundedOn) {
  /** As long as any tag of a venue. */
  public static final int TAG_LENGTH_MAX = 40;

  /** A tag as a venue may have it. */
  public static final String TAG_PATTERN = "[\\p{IsHan}A-Za-z0-9_-]{1," + TAG_LENGTH_MAX + "}";

  /** What joins them. Stored by name: never rename. */
  public enum Kind {
    STREET,
    PLAZA,
    MALL,
    NIGHT_MARKET,
    ALLIANCE,
    ASSOCIATION
  }
}
