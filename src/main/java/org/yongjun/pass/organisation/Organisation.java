package org.yongjun.pass.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

/** Keeps the tree of offices, stations and associations, and how many there should be. */
public final class Organisation {
  /** The most units on one page. */
  public static final int PAGE_SIZE_MAX = 100;

  private final OrganisationStore store;
  private final UnitWriter writer;
  private final Transactions transactions;
  private final Clock clock;

  public Organisation(
      OrganisationStore store, Journal journal, Transactions transactions, Ids ids, Clock clock) {
    this.store = store;
    this.writer = new UnitWriter(store, journal, ids, clock);
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What a file of units shares with this. */
  UnitWriter writer() {
    return writer;
  }

  public LocalDate today() {
    return BusinessTime.dayOf(clock.instant());
  }

  /** The region asked for, or the officer's own; OUT_OF_REGION for another's. */
  public Outcome<RegionCode> scope(Caller officer, @Nullable String region) {
    RegionCode scope = region == null ? officer.region() : RegionCode.of(region);
    return officer.answersFor(scope)
        ? Outcome.done(scope)
        : Outcome.refused(ProblemCode.OUT_OF_REGION);
  }

  /** Refuses: OUT_OF_REGION, INVALID_REQUEST for an unlisted region, CONFLICT for a taken code. */
  public Outcome<Level> createLevel(Caller officer, Level level) {
    return within(officer, level.region())
        .then(
            region ->
                transactions.write(
                    () -> {
                      if (!store.insert(level, officer.id(), writer.now())) {
                        return conflict("此层级代码已被使用", "This level code is taken");
                      }
                      writer.append(
                          officer,
                          JournalKind.ORGANISATION_LEVEL_CREATED,
                          level.code(),
                          region,
                          Map.of("rank", Integer.toString(level.rank())));
                      return Outcome.done(level);
                    }));
  }

  /** The levels that may be used in {@code scope}. */
  public List<Level> listLevels(RegionCode scope) {
    return store.listLevels(scope);
  }

  /**
   * Puts a unit into the tree; the same again is answered alike.
   *
   * @return OUT_OF_REGION; INVALID_REQUEST for a region or level; CONFLICT for a parent that is not
   *     above it or a code that stands for another unit
   */
  public Outcome<Unit> create(Caller officer, UnitDraft draft) {
    return Days.check("/openedOn", draft.openedOn())
        .then(day -> Days.check("/onMapsSince", draft.onMapsSince()))
        .then(day -> within(officer, draft.region()))
        .then(
            region ->
                transactions.write(
                    () ->
                        switch (writer.write(officer, draft)) {
                          case UnitWriter.Written.Created created -> Outcome.done(created.unit());
                          case UnitWriter.Written.Unchanged same -> Outcome.done(same.unit());
                          case UnitWriter.Written.Faulty faulty ->
                              Outcome.refused(problem(faulty.fault()));
                        }));
  }

  /** Units of the region that are open on {@code day}, by id. */
  public List<Unit> listUnits(
      RegionCode scope, @Nullable String level, LocalDate day, String afterId, int limit) {
    return store.listUnits(scope, level, day, afterId, limit);
  }

  /**
   * Closes a unit after {@code lastDay}; CONFLICT where it is closed, or a unit below it is open
   * then.
   */
  public Outcome<Unit> close(Caller officer, String unitId, LocalDate lastDay) {
    return change(
        officer,
        unitId,
        unit -> {
          if (lastDay.equals(unit.closedOn())) {
            return Outcome.done(unit);
          }
          if (!Days.isSound(lastDay)
              || lastDay.isBefore(unit.openedOn().minusDays(1))
              || store.findLastDayBelow(unitId).filter(lastDay::isBefore).isPresent()
              || !store.close(unitId, lastDay)) {
            return conflict(
                "已撤销、当日下有机构，或撤销日期早于设立日期",
                "Closed already, with units below it on that day, or before it opened");
          }
          String parent = unit.parentId();
          if (parent != null) {
            store.removeChild(parent);
          }
          return changed(
              officer, unit, JournalKind.ORGANISATION_UNIT_CLOSED, "lastDay", lastDay.toString());
        });
  }

  /** States who works at a unit from a day on; CONFLICT on a day on which it is not open. */
  public Outcome<Unit> putStaff(Caller officer, String unitId, Staff staff) {
    return change(
        officer,
        unitId,
        unit -> {
          if (!Days.isSound(staff.from()) || !unit.isOpenOn(staff.from())) {
            return conflict("机构当日未设立或已撤销", "The unit is not open on that day");
          }
          store.putStaff(unitId, staff);
          return changed(
              officer,
              unit,
              JournalKind.ORGANISATION_UNIT_STAFFED,
              "staff",
              staff.from() + " " + staff.fullTime() + "+" + staff.partTime());
        });
  }

  /** States since when public maps show a unit. */
  public Outcome<Unit> putOnMaps(Caller officer, String unitId, LocalDate since) {
    return change(
        officer,
        unitId,
        unit ->
            Days.check("/since", since)
                .then(
                    day ->
                        store.setOnMaps(unitId, since)
                            ? changed(
                                officer,
                                unit,
                                JournalKind.ORGANISATION_UNIT_MAPPED,
                                "onMapsSince",
                                since.toString())
                            : Outcome.done(unit)));
  }

  /** States how many units of a level a region should have from a day on. */
  public Outcome<OrganisationStore.Target> putTarget(
      Caller officer, OrganisationStore.Target target) {
    return Days.check("/from", target.from())
        .then(day -> within(officer, target.region()))
        .then(
            region -> {
              if (store
                  .findLevel(target.level())
                  .filter(level -> level.region().contains(region))
                  .isEmpty()) {
                return Outcome.refused(problem(UnitFault.UNKNOWN_LEVEL));
              }
              return transactions.write(
                  () -> {
                    store.putTarget(target);
                    writer.append(
                        officer,
                        JournalKind.ORGANISATION_TARGET_SET,
                        target.level(),
                        region,
                        Map.of(
                            "from",
                            target.from().toString(),
                            "shouldExist",
                            Integer.toString(target.shouldExist())));
                    return Outcome.done(target);
                  });
            });
  }

  private Outcome<Unit> change(Caller officer, String unitId, Function<Unit, Outcome<Unit>> work) {
    return transactions.write(
        () ->
            store
                .findUnit(unitId)
                .filter(unit -> officer.answersFor(unit.region()))
                .map(work)
                .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND)));
  }

  private Outcome<Unit> changed(
      Caller officer, Unit unit, JournalKind kind, String what, String value) {
    writer.append(officer, kind, unit.id(), unit.region(), Map.of(what, value));
    return Outcome.done(store.findUnit(unit.id()).orElseThrow());
  }

  private static Outcome<RegionCode> within(Caller officer, RegionCode region) {
    if (!Regions.standard().exists(region)) {
      return Outcome.refused(problem(UnitFault.UNKNOWN_REGION));
    }
    return officer.answersFor(region)
        ? Outcome.done(region)
        : Outcome.refused(ProblemCode.OUT_OF_REGION);
  }

  private static <T> Outcome<T> conflict(String zh, String en) {
    return Outcome.refused(Problem.of(ProblemCode.CONFLICT, zh, en));
  }

  private static Problem problem(UnitFault fault) {
    String pointer =
        switch (fault) {
          case UNKNOWN_REGION, REGION_NOT_YOURS -> "/region";
          case LEVEL_MISSING, UNKNOWN_LEVEL -> "/level";
          default -> "";
        };
    return pointer.isEmpty()
        ? Problem.of(ProblemCode.CONFLICT, fault.text().zh(), fault.text().en())
        : Problem.invalid(pointer, fault.text().zh(), fault.text().en());
  }
}
