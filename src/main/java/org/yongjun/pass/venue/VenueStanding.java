package org.yongjun.pass.venue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.yongjun.pass.kernel.RegionCode;

/**
 * All that decides whether a venue redeems and under what it is counted.
 *
 * @param groups ids of the groups that it is in
 */
public record VenueStanding(
    VenueStage stage,
    RegionCode region,
    VenueKind kind,
    Ownership ownership,
    int aLevel,
    List<Plaque> plaques,
    SortedSet<String> groups) {
  public VenueStanding {
    plaques = List.copyOf(plaques);
    groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
  }

  /** What is counted. Stored by name: never rename. */
  public enum Measure {
    /** Venues on the list. */
    VENUE,
    /** Venues in each stage. */
    STAGE,
    /** Plaques of venues on the list. */
    PLAQUE,
    /** Memberships of venues on the list. */
    MEMBER
  }

  /**
   * One thing to count under one set of features; those that do not belong to the measure are
   * empty.
   */
  public record Count(
      Measure measure,
      RegionCode region,
      VenueKind kind,
      Ownership ownership,
      int aLevel,
      String stage,
      String partnerClass,
      String batch,
      String groupId) {
    boolean isSameThingAs(Count other) {
      return measure == other.measure
          && stage.equals(other.stage)
          && partnerClass.equals(other.partnerClass)
          && batch.equals(other.batch)
          && groupId.equals(other.groupId);
    }
  }

  /**
   * A change of a count.
   *
   * @param delta 1 or −1
   * @param moved whether the thing is counted before and after, under different features
   */
  public record Entry(Count count, int delta, boolean moved) {}

  /** Whether benefits can be redeemed; of several plaques one that redeems is enough. */
  public Venue.State state() {
    return switch (stage) {
      case NEW, RECRUITED, REJECTED, APPROVED, AGREED -> Venue.State.CANDIDATE;
      case LISTED, RECTIFYING ->
          plaques.isEmpty() || plaques.stream().anyMatch(Plaque::redeems)
              ? Venue.State.ACTIVE
              : Venue.State.NON_REDEEMING;
      case SUSPENDED -> Venue.State.SUSPENDED;
      case DELISTED -> Venue.State.DELISTED;
    };
  }

  /** The standing after a step that the stage allows. */
  VenueStanding after(VenueStep step, VenueStage next) {
    List<Plaque> kept = new ArrayList<>(plaques);
    SortedSet<String> joined = new TreeSet<>(groups);
    switch (step) {
      case VenueStep.Registration registration -> registration.plaque().ifPresent(kept::add);
      case VenueStep.Award award -> kept.add(award.plaque());
      case VenueStep.Removal removal -> kept.removeIf(isOf(removal.partnerClass()));
      case VenueStep.Joining joining -> joined.add(joining.group().id());
      case VenueStep.Leaving leaving -> joined.remove(leaving.group().id());
      case VenueStep.Plain plain when plain.kind() == VenueEventKind.DELISTED -> kept.clear();
      case VenueStep.Plain _,
          VenueStep.Agreement _,
          VenueStep.RectificationOrder _,
          VenueStep.Rating _,
          VenueStep.OwnershipChange _ -> {}
    }
    return new VenueStanding(
        next,
        region,
        kind,
        step instanceof VenueStep.OwnershipChange(Ownership changed) ? changed : ownership,
        step instanceof VenueStep.Rating(int rated) ? rated : aLevel,
        kept,
        joined);
  }

  Optional<Plaque> findPlaque(String partnerClass) {
    return plaques.stream().filter(isOf(partnerClass)).findFirst();
  }

  private static Predicate<Plaque> isOf(String partnerClass) {
    return plaque -> plaque.partnerClass().equals(partnerClass);
  }

  /** What there is to count now. */
  Set<Count> counts() {
    Set<Count> counts = new LinkedHashSet<>();
    if (stage != VenueStage.NEW) {
      counts.add(count(Measure.STAGE, stage.name(), "", "", ""));
    }
    if (stage.isOnList()) {
      counts.add(count(Measure.VENUE, "", "", "", ""));
      plaques.forEach(
          each -> counts.add(count(Measure.PLAQUE, "", each.partnerClass(), each.batch(), "")));
      groups.forEach(each -> counts.add(count(Measure.MEMBER, "", "", "", each)));
    }
    return counts;
  }

  private Count count(
      Measure measure, String stageName, String partnerClass, String batch, String groupId) {
    return new Count(
        measure, region, kind, ownership, aLevel, stageName, partnerClass, batch, groupId);
  }

  /** What leads from this standing to the next, so that sums of entries are the counts. */
  List<Entry> entriesTo(VenueStanding next) {
    Set<Count> before = counts();
    Set<Count> after = next.counts();
    List<Entry> entries = new ArrayList<>();
    before.stream()
        .filter(each -> !after.contains(each))
        .forEach(each -> entries.add(new Entry(each, -1, isAmong(each, after))));
    after.stream()
        .filter(each -> !before.contains(each))
        .forEach(each -> entries.add(new Entry(each, 1, isAmong(each, before))));
    return entries;
  }

  private static boolean isAmong(Count thing, Set<Count> counts) {
    return counts.stream().anyMatch(thing::isSameThingAs);
  }
}
