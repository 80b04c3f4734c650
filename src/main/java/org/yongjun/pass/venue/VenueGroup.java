package org.yongjun.pass.venue;

import java.time.LocalDate;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Venues that go together.
 *
 * @param tag stands among the tags of its members, so that items can name the group
 * @param organiser the body that runs it, where it is not the office itself
 */
public record VenueGroup(
    String id,
    RegionCode region,
    Kind kind,
    String name,
    String tag,
    LocalDate foundedOn,
    Optional<String> organiser) {
  public static final int ORGANISER_LENGTH_MAX = 120;

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
    ASSOCIATION,
    /** A campaign or meeting in which they take part; it may be of more than one city. */
    ACTIVITY
  }
}
