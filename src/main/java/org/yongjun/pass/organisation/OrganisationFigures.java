package org.yongjun.pass.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Share;
import org.yongjun.pass.organisation.OrganisationFigure.OfLevel;
import org.yongjun.pass.organisation.OrganisationFigure.OfPart;
import org.yongjun.pass.organisation.OrganisationFigure.Sums;
import org.yongjun.pass.platform.Transactions;

/**
 * Counts the tree. A coverage compares like with like: of the units, only those count whose region
 * has a target, and a target of a region stands for all inside it.
 */
public final class OrganisationFigures {
  private final OrganisationStore store;
  private final MutualTaskStore tasks;
  private final Transactions transactions;

  public OrganisationFigures(
      OrganisationStore store, MutualTaskStore tasks, Transactions transactions) {
    this.store = store;
    this.tasks = tasks;
    this.transactions = transactions;
  }

  /** The organisation of {@code region} as of {@code day}, read in one snapshot. */
  public OrganisationFigure on(RegionCode region, LocalDate day) {
    return transactions.read(() -> count(region, day));
  }

  private OrganisationFigure count(RegionCode region, LocalDate day) {
    List<OrganisationStore.Cell> all = store.countUnits(region, day);
    List<OrganisationStore.Cell> bodies =
        all.stream().filter(each -> each.kind() != Unit.Kind.ASSOCIATION).toList();
    List<OrganisationStore.Target> targets = outermost(store.listTargets(region, day));
    List<OfLevel> levels = new ArrayList<>();
    long covered = 0;
    long should = 0;
    for (Level level : store.listLevels(region)) {
      List<OrganisationStore.Cell> own =
          bodies.stream().filter(each -> level.code().equals(each.level())).toList();
      Share coverage = coverage(own, targets, level.code());
      if (!own.isEmpty() || coverage.isDefined()) {
        levels.add(new OfLevel(level, sum(own), coverage));
        covered += coverage.part();
        should += coverage.whole();
      }
    }
    return new OrganisationFigure(
        region,
        day,
        levels,
        parts(region, bodies, store.listTargets(region, day)),
        sum(bodies),
        new Share(covered, should),
        all.stream()
            .filter(each -> each.kind() == Unit.Kind.ASSOCIATION)
            .mapToLong(OrganisationStore.Cell::units)
            .sum(),
        tasks.count(region, day));
  }

  /** Without those that lie inside another target of their level. */
  private static List<OrganisationStore.Target> outermost(List<OrganisationStore.Target> targets) {
    return targets.stream()
        .filter(
            inner ->
                targets.stream()
                    .noneMatch(
                        outer ->
                            outer.level().equals(inner.level())
                                && !outer.region().equals(inner.region())
                                && outer.region().contains(inner.region())))
        .toList();
  }

  private static Share coverage(
      List<OrganisationStore.Cell> cells, List<OrganisationStore.Target> targets, String level) {
    long covered = 0;
    long should = 0;
    for (OrganisationStore.Target target : targets) {
      if (target.level().equals(level)) {
        should += target.shouldExist();
        covered +=
            cells.stream()
                .filter(cell -> target.region().contains(cell.region()))
                .mapToLong(OrganisationStore.Cell::units)
                .sum();
      }
    }
    return new Share(covered, should);
  }

  private static List<OfPart> parts(
      RegionCode region,
      List<OrganisationStore.Cell> bodies,
      List<OrganisationStore.Target> targets) {
    Map<RegionCode, Map<String, Sums>> sums = new TreeMap<>();
    for (OrganisationStore.Cell each : bodies) {
      String level = each.level();
      sums.computeIfAbsent(region.partOf(each.region()), part -> new TreeMap<>())
          .merge(
              level == null ? "" : level, Sums.NONE.plus(each), (before, now) -> before.plus(each));
    }
    // A part that should have units and has none is the one to be seen.
    targets.stream()
        .filter(each -> !each.region().equals(region))
        .filter(each -> region.partOf(each.region()).equals(each.region()))
        .forEach(
            each ->
                sums.computeIfAbsent(each.region(), part -> new TreeMap<>())
                    .putIfAbsent(each.level(), Sums.NONE));
    Map<RegionCode, Map<String, Integer>> should = new HashMap<>();
    for (OrganisationStore.Target each : targets) {
      should
          .computeIfAbsent(each.region(), part -> new HashMap<>())
          .put(each.level(), each.shouldExist());
    }
    List<OfPart> parts = new ArrayList<>();
    sums.forEach(
        (part, byLevel) ->
            byLevel.forEach(
                (level, sum) ->
                    parts.add(new OfPart(part, level, sum, stated(should.get(part), level)))));
    return parts;
  }

  private static @Nullable Integer stated(@Nullable Map<String, Integer> byLevel, String level) {
    return byLevel == null ? null : byLevel.get(level);
  }

  private static Sums sum(List<OrganisationStore.Cell> cells) {
    Sums sums = Sums.NONE;
    for (OrganisationStore.Cell each : cells) {
      sums = sums.plus(each);
    }
    return sums;
  }
}
