package org.yongjun.pass.organisation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Regions;

/** Puts units into the tree, one by one or from a file, under the same checks. */
final class UnitWriter {
  private final OrganisationStore store;
  private final Journal journal;
  private final Ids ids;
  private final Clock clock;

  UnitWriter(OrganisationStore store, Journal journal, Ids ids, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /** What became of a draft. */
  sealed interface Written {
    record Created(Unit unit) implements Written {}

    record Unchanged(Unit unit) implements Written {}

    record Faulty(UnitFault fault) implements Written {}
  }

  /** Writes in the caller's transaction; the officer answers for the region already. */
  Written write(Caller officer, UnitDraft draft) {
    Optional<UnitFault> fault = findFault(draft);
    if (fault.isPresent()) {
      return new Written.Faulty(fault.get());
    }
    Optional<Unit> known = store.findUnitByCode(draft.code());
    if (known.isPresent()) {
      return isSame(known.get(), draft)
          ? new Written.Unchanged(known.get())
          : new Written.Faulty(UnitFault.CODE_TAKEN);
    }
    Unit parent = parentOf(draft);
    if (draft.parentCode() != null && (parent == null || !hangsBelow(draft, parent))) {
      return new Written.Faulty(UnitFault.PARENT_NOT_ABOVE);
    }
    Instant now = now();
    Unit unit = unit(draft, parent);
    if (!store.insert(unit, officer.id(), now)) {
      if (parent != null) {
        store.removeChild(parent.id());
      }
      return new Written.Faulty(UnitFault.CODE_TAKEN);
    }
    if (draft.fullTime() + draft.partTime() > 0) {
      store.putStaff(unit.id(), new Staff(draft.openedOn(), draft.fullTime(), draft.partTime()));
    }
    append(officer, JournalKind.ORGANISATION_UNIT_CREATED, unit.id(), unit.region(), content(unit));
    return new Written.Created(unit);
  }

  private Optional<UnitFault> findFault(UnitDraft draft) {
    if (!Regions.standard().exists(draft.region())) {
      return Optional.of(UnitFault.UNKNOWN_REGION);
    }
    if (draft.level() == null) {
      return draft.kind() == Unit.Kind.ASSOCIATION
          ? Optional.empty()
          : Optional.of(UnitFault.LEVEL_MISSING);
    }
    return store
            .findLevel(draft.level())
            .filter(level -> level.region().contains(draft.region()))
            .isPresent()
        ? Optional.empty()
        : Optional.of(UnitFault.UNKNOWN_LEVEL);
  }

  private @Nullable Unit parentOf(UnitDraft draft) {
    return draft.parentCode() == null
        ? null
        : store.findUnitByCode(draft.parentCode()).orElse(null);
  }

  /** Below in region and rank, and counted as an open unit of the parent's from here on. */
  private boolean hangsBelow(UnitDraft draft, Unit parent) {
    return parent.region().contains(draft.region())
        && parent.isOpenOn(draft.openedOn())
        && isAbove(parent.level(), draft.level())
        && store.addChild(parent.id(), draft.openedOn());
  }

  private boolean isAbove(@Nullable String upper, @Nullable String lower) {
    if (upper == null || lower == null) {
      return true;
    }
    return store.findLevel(upper).orElseThrow().rank()
        < store.findLevel(lower).orElseThrow().rank();
  }

  private Unit unit(UnitDraft draft, @Nullable Unit parent) {
    return new Unit(
        ids.next(),
        draft.code(),
        draft.kind(),
        draft.level(),
        parent == null ? null : parent.id(),
        draft.region(),
        draft.name(),
        draft.openedOn(),
        Unit.OPEN,
        draft.onMapsSince(),
        draft.duties());
  }

  /** The staff is not compared: it changes with time, and has an operation of its own. */
  private boolean isSame(Unit known, UnitDraft draft) {
    Unit parent = parentOf(draft);
    Unit again = unit(draft, parent);
    return again.equals(
        new Unit(
            again.id(),
            known.code(),
            known.kind(),
            known.level(),
            known.parentId(),
            known.region(),
            known.name(),
            known.openedOn(),
            known.closedOn(),
            known.onMapsSince(),
            known.duties()));
  }

  void append(
      Caller officer,
      JournalKind kind,
      String subject,
      RegionCode region,
      Map<String, String> content) {
    journal.append(
        new JournalEntry(kind, subject, region, officer.id(), officer.requestId(), now(), content));
  }

  private static Map<String, String> content(Unit unit) {
    String level = unit.level();
    return Map.of(
        "code",
        unit.code(),
        "kind",
        unit.kind().name(),
        "level",
        level == null ? "" : level,
        "openedOn",
        unit.openedOn().toString());
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
