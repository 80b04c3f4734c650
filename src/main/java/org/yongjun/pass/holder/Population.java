package org.yongjun.pass.holder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Transactions;

/**
 * Counts the register for an office. A person of several classes stands in each of them, so counts
 * of classes, like “of which” counts, are never added up; the total counts each person once.
 */
public final class Population {
  /** 优抚对象 among the classes: who is counted “of which” unless the question names others. */
  public static final Set<HolderClass> BENEFICIARIES =
      Set.of(
          HolderClass.MARTYR_SURVIVOR,
          HolderClass.LINE_OF_DUTY_SURVIVOR,
          HolderClass.ILLNESS_SURVIVOR,
          HolderClass.DISABLED_SERVICEPERSON,
          HolderClass.OTHER_BENEFICIARY);

  private final PopulationStore store;
  private final Transactions transactions;
  private final Clock clock;

  public Population(PopulationStore store, Transactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Persons of one class.
   *
   * @param ofWhich those among them who are of one of the classes asked for as well
   */
  public record OfClass(HolderClass holderClass, long persons, long ofWhich) {}

  /** Persons at home in a part of the region. */
  public record OfRegion(RegionCode region, long persons) {}

  /**
   * The register as of a day.
   *
   * @param filed those registered up to that day, by today's home
   */
  public record Snapshot(
      RegionCode region,
      LocalDate day,
      long persons,
      long ofWhich,
      long filed,
      List<OfClass> classes,
      List<OfRegion> regions) {}

  /** What changed in a period, by effective days; each figure counts a person once. */
  public record Changes(
      RegionCode region,
      LocalDate from,
      LocalDate to,
      long filed,
      long newlyApproved,
      long transferredIn,
      long transferredOut,
      long died,
      long imprisoned,
      long released,
      long classGained,
      long classLost,
      long provenAlive) {}

  public LocalDate today() {
    return BusinessTime.dayOf(clock.instant());
  }

  /**
   * The register as of {@code day}.
   *
   * @param ofWhich the classes that the nested counts ask for
   */
  public Snapshot on(RegionCode region, LocalDate day, Set<HolderClass> ofWhich) {
    return transactions.read(() -> count(region, day, HolderClasses.of(ofWhich)));
  }

  private Snapshot count(RegionCode region, LocalDate day, HolderClasses ofWhich) {
    List<PopulationStore.Cell> cells = store.countOn(region, day);
    List<OfClass> classes = new ArrayList<>();
    for (HolderClass each : HolderClass.values()) {
      List<PopulationStore.Cell> own = cells.stream().filter(c -> c.classes().has(each)).toList();
      if (!own.isEmpty()) {
        classes.add(new OfClass(each, sum(own), sumOf(own, ofWhich)));
      }
    }
    Map<RegionCode, Long> regions = new TreeMap<>();
    for (PopulationStore.Cell each : cells) {
      regions.merge(region.partOf(each.region()), each.persons(), Long::sum);
    }
    return new Snapshot(
        region,
        day,
        sum(cells),
        sumOf(cells, ofWhich),
        store.countFiled(region, startOf(day.plusDays(1))),
        classes,
        regions.entrySet().stream().map(e -> new OfRegion(e.getKey(), e.getValue())).toList());
  }

  /** What changed from {@code from} to {@code to}, both inclusive. */
  public Changes between(RegionCode region, LocalDate from, LocalDate to) {
    return transactions.read(
        () -> {
          Map<PersonEventKind, Long> kinds = store.countByKind(region, from, to);
          return new Changes(
              region,
              from,
              to,
              store.countFiled(region, startOf(from), startOf(to.plusDays(1))),
              kinds.getOrDefault(PersonEventKind.NEW_APPROVAL, 0L),
              store.countArrived(region, from, to),
              store.countLeft(region, from, to),
              kinds.getOrDefault(PersonEventKind.DEATH, 0L),
              kinds.getOrDefault(PersonEventKind.IMPRISONMENT, 0L),
              kinds.getOrDefault(PersonEventKind.RELEASE, 0L),
              kinds.getOrDefault(PersonEventKind.CLASS_GAINED, 0L),
              kinds.getOrDefault(PersonEventKind.CLASS_LOST, 0L),
              kinds.getOrDefault(PersonEventKind.PROOF_OF_LIFE, 0L));
        });
  }

  private static long sum(List<PopulationStore.Cell> cells) {
    return cells.stream().mapToLong(PopulationStore.Cell::persons).sum();
  }

  private static long sumOf(List<PopulationStore.Cell> cells, HolderClasses ofWhich) {
    return sum(cells.stream().filter(c -> !c.classes().and(ofWhich).isEmpty()).toList());
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(BusinessTime.ZONE).toInstant();
  }
}
