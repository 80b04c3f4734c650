package org.yongjun.pass.venue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.venue.VenueStanding.Measure;

/**
 * Which partners are counted, over which days, by what.
 *
 * @param from the first day of the period
 * @param to the last
 */
public record VenueFigureQuery(
    RegionCode region, LocalDate from, LocalDate to, Set<Feature> groupBy, Filter filter) {
  public VenueFigureQuery {
    groupBy = Collections.unmodifiableSet(copyOf(groupBy));
  }

  /** By what partners are told apart; the last four are counted as things of their own. */
  public enum Feature {
    REGION(Measure.VENUE),
    KIND(Measure.VENUE),
    OWNERSHIP(Measure.VENUE),
    A_LEVEL(Measure.VENUE),
    STAGE(Measure.STAGE),
    PARTNER_CLASS(Measure.PLAQUE),
    BATCH(Measure.PLAQUE),
    GROUP(Measure.MEMBER);

    private final Measure measure;

    Feature(Measure measure) {
      this.measure = measure;
    }

    Measure measure() {
      return measure;
    }
  }

  /** Only those; empty for any. */
  public record Filter(
      Optional<VenueKind> kind,
      Optional<Ownership> ownership,
      Optional<Integer> aLevel,
      Optional<String> partnerClass,
      Optional<String> batch,
      Optional<String> groupId) {
    public static final Filter NONE =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /**
   * What is counted: venues, plaques, memberships or stages; empty where the question mixes them,
   * because a plaque has no stage and a membership no batch.
   */
  Optional<Measure> measure() {
    Set<Measure> wanted = EnumSet.noneOf(Measure.class);
    groupBy.forEach(each -> wanted.add(each.measure()));
    if (filter.partnerClass().isPresent() || filter.batch().isPresent()) {
      wanted.add(Measure.PLAQUE);
    }
    if (filter.groupId().isPresent()) {
      wanted.add(Measure.MEMBER);
    }
    wanted.remove(Measure.VENUE);
    if (wanted.isEmpty()) {
      return Optional.of(Measure.VENUE);
    }
    return wanted.size() == 1 ? Optional.of(wanted.iterator().next()) : Optional.empty();
  }

  private static Set<Feature> copyOf(Set<Feature> features) {
    return features.isEmpty() ? EnumSet.noneOf(Feature.class) : EnumSet.copyOf(features);
  }
}
