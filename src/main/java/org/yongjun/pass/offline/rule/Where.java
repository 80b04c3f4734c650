package org.yongjun.pass.offline.rule;

import java.util.Collections;
import java.util.Set;
import org.yongjun.pass.kernel.RegionCode;

/**
 * At which venues an item applies: every venue that the selectors match, plus the included ones,
 * minus the excluded ones. A venue that is registered or rated later joins by itself. An empty set
 * selects nothing in particular, that is, every venue; but an item with includes and no selector is
 * for the included venues alone.
 *
 * @param kinds venue kinds
 * @param aLevelMin the lowest scenic rating, 0 if it does not matter
 * @param aLevelMax the highest scenic rating, 5 if it does not matter
 * @param ownerships kinds of ownership
 * @param region where the venue is, of any level
 * @param tags the venue has at least one of these
 * @param excludedTags the venue has none of these
 * @param includes venue ids that belong although no selector matches; still inside the region
 * @param excludes venue ids that stay out in any case
 */
public record Where(
    Set<String> kinds,
    int aLevelMin,
    int aLevelMax,
    Set<String> ownerships,
    RegionCode region,
    Set<String> tags,
    Set<String> excludedTags,
    Set<String> includes,
    Set<String> excludes) {
  public Where {
    if (aLevelMin < 0 || aLevelMin > aLevelMax || aLevelMax > VenueFacts.A_LEVEL_MAX) {
      throw new IllegalArgumentException("A-level range");
    }
    kinds = Set.copyOf(kinds);
    ownerships = Set.copyOf(ownerships);
    tags = Set.copyOf(tags);
    excludedTags = Set.copyOf(excludedTags);
    includes = Set.copyOf(includes);
    excludes = Set.copyOf(excludes);
  }

  /** Every venue of a region. */
  public static Where in(RegionCode region) {
    return new Where(
        Set.of(),
        0,
        VenueFacts.A_LEVEL_MAX,
        Set.of(),
        region,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of());
  }

  public boolean matches(VenueFacts venue) {
    if (!region.contains(venue.region()) || excludes.contains(venue.id())) {
      return false;
    }
    if (!Collections.disjoint(excludedTags, venue.tags())) {
      return false;
    }
    if (includes.contains(venue.id())) {
      return true;
    }
    boolean namedVenuesOnly = !includes.isEmpty() && !hasSelector();
    return !namedVenuesOnly && matchesSelectors(venue);
  }

  private boolean hasSelector() {
    return !kinds.isEmpty()
        || !ownerships.isEmpty()
        || !tags.isEmpty()
        || aLevelMin > 0
        || aLevelMax < VenueFacts.A_LEVEL_MAX;
  }

  private boolean matchesSelectors(VenueFacts venue) {
    return (kinds.isEmpty() || kinds.contains(venue.kind()))
        && venue.aLevel() >= aLevelMin
        && venue.aLevel() <= aLevelMax
        && (ownerships.isEmpty() || ownerships.contains(venue.ownership()))
        && (tags.isEmpty() || !Collections.disjoint(tags, venue.tags()));
  }
}
