package org.yongjun.pass.venue;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

/** Announces inspections, draws their venues and closes them. */
public final class Inspections {
  public static final int PAGE_SIZE_MAX = 200;

  /** More than any province has partners. */
  public static final int POPULATION_MAX = 100_000;

  private static final int SEED_BYTES = 16;

  private final InspectionStore store;
  private final PartnerClasses classes;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom random;

  public Inspections(
      InspectionStore store,
      PartnerClasses classes,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock,
      SecureRandom random) {
    this.store = store;
    this.classes = classes;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  /** Refuses: OUT_OF_REGION, INVALID_REQUEST. */
  public Outcome<Inspection> announce(Caller caller, Inspection.Notice notice) {
    if (!Regions.standard().exists(notice.region())) {
      return Outcome.refused(
          Problem.invalid("/region", "行政区划代码不存在", "There is no such region code"));
    }
    if (!caller.answersFor(notice.region())) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    if (notice.endsOn().isBefore(notice.beginsOn())) {
      return Outcome.refused(
          Problem.invalid("/endsOn", "结束日早于开始日", "It would end before it begins"));
    }
    return notice
        .partnerClass()
        .map(code -> classes.findFor(notice.region(), code, "/partnerClass").map(found -> notice))
        .orElseGet(() -> Outcome.done(notice))
        .map(checked -> insert(caller, checked));
  }

  private Inspection insert(Caller caller, Inspection.Notice notice) {
    Inspection inspection =
        new Inspection(
            ids.next(),
            notice,
            Inspection.State.ANNOUNCED,
            Optional.empty(),
            Optional.empty(),
            now());
    transactions.writeOnly(
        () -> {
          store.insert(inspection, caller.id());
          record(caller, inspection, JournalKind.INSPECTION_ANNOUNCED, Map.of());
        });
    return inspection;
  }

  /**
   * Draws the venues, once.
   *
   * @param size how many; empty for all of them
   * @param seed drawn in public, for example; empty where the server shall draw one
   */
  public Outcome<Inspection> draw(
      Caller caller, String inspectionId, Optional<Integer> size, Optional<String> seed) {
    return transactions.write(
        () -> find(caller, inspectionId).then(found -> draw(caller, found, size, seed)));
  }

  private Outcome<Inspection> draw(
      Caller caller, Inspection found, Optional<Integer> size, Optional<String> seed) {
    if (found.state() != Inspection.State.ANNOUNCED) {
      return Outcome.refused(ProblemCode.CONFLICT);
    }
    List<String> population = store.listPopulation(found.notice(), POPULATION_MAX + 1);
    if (population.size() > POPULATION_MAX) {
      return Outcome.refused(ProblemCode.TOO_LARGE);
    }
    String ordering = seed.orElseGet(this::seed);
    List<String> drawn = InspectionDraw.draw(ordering, population, size.orElse(population.size()));
    Inspection.Draw draw =
        new Inspection.Draw(
            ordering, population.size(), InspectionDraw.hash(population), drawn.size(), now());
    if (!store.draw(found.id(), draw, drawn)) {
      return Outcome.refused(ProblemCode.CONFLICT);
    }
    record(
        caller,
        found,
        JournalKind.INSPECTION_DRAWN,
        Map.of(
            "seed",
            ordering,
            "population",
            Integer.toString(population.size()),
            "populationHash",
            draw.populationHash(),
            "drawn",
            Integer.toString(drawn.size())));
    return Outcome.done(store.find(found.id()).orElseThrow());
  }

  private String seed() {
    byte[] bytes = new byte[SEED_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * Closes it with what the meeting was told; refuses STEP_NOT_POSSIBLE before the draw or while a
   * venue is open, CONFLICT where it is closed.
   */
  public Outcome<Inspection> close(Caller caller, String inspectionId, String report) {
    return transactions.write(
        () -> find(caller, inspectionId).then(found -> close(caller, found, report)));
  }

  private Outcome<Inspection> close(Caller caller, Inspection found, String report) {
    int open = store.result(found.id()).open();
    if (found.state() == Inspection.State.ANNOUNCED || open > 0) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.STEP_NOT_POSSIBLE,
              "尚未抽取，或仍有 %d 家未销号".formatted(open),
              "Its venues are not drawn yet, or %d of them are open".formatted(open)));
    }
    if (!store.close(found.id(), report, now())) {
      return Outcome.refused(ProblemCode.CONFLICT);
    }
    record(caller, found, JournalKind.INSPECTION_CLOSED, Map.of());
    return Outcome.done(store.find(found.id()).orElseThrow());
  }

  /** The inspection, for an office that answers for its region; NOT_FOUND otherwise. */
  public Outcome<Inspection> find(Caller caller, String inspectionId) {
    return store
        .find(inspectionId)
        .filter(found -> caller.answersFor(found.notice().region()))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND));
  }

  public Inspection.Result result(String inspectionId) {
    return transactions.read(() -> store.result(inspectionId));
  }

  /** Refuses: OUT_OF_REGION. */
  public Outcome<List<Inspection>> list(
      Caller caller, RegionCode region, String afterId, int limit) {
    return caller.answersFor(region)
        ? Outcome.done(store.list(region, afterId, Math.min(limit, PAGE_SIZE_MAX + 1)))
        : Outcome.refused(ProblemCode.OUT_OF_REGION);
  }

  /** The venues drawn after that place, in the order of the draw. */
  public Outcome<List<InspectedVenue>> listVenues(
      Caller caller, String inspectionId, int afterPlace, int limit) {
    return find(caller, inspectionId)
        .map(
            found ->
                store.listVenues(inspectionId, afterPlace, Math.min(limit, PAGE_SIZE_MAX + 1)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void record(
      Caller caller, Inspection inspection, JournalKind kind, Map<String, String> content) {
    journal.append(
        new JournalEntry(
            kind,
            inspection.id(),
            inspection.notice().region(),
            caller.id(),
            caller.requestId(),
            now(),
            content));
  }
}
