package org.yongjun.pass.card;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

/** Keeps the kinds of cards, and what partners report of those that they make. */
public final class CardTypes {
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

  private final CardStore store;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public CardTypes(
      CardStore store, Journal journal, Transactions transactions, Ids ids, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** What an office enters of a partner's report. */
  public record ReportDraft(
      String type,
      RegionCode region,
      CardStage stage,
      LocalDate asOf,
      long cards,
      String reporter,
      LocalDate reportedOn,
      String document) {}

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
  public Outcome<CardType> create(Caller officer, CardType type) {
    return within(officer, type.region())
        .then(
            region ->
                transactions.write(
                    () -> {
                      if (!store.insert(
                          type, officer.id(), clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                        return Outcome.refused(
                            Problem.of(
                                ProblemCode.CONFLICT,
                                "此卡种代码已被使用",
                                "This card type's code is taken"));
                      }
                      append(officer, JournalKind.CARD_TYPE_CREATED, type.code(), region, Map.of());
                      return Outcome.done(type);
                    }));
  }

  /** The types offered in {@code scope}, or in a region above it. */
  public List<CardType> listTypes(RegionCode scope) {
    return store.listTypes(scope);
  }

  Optional<CardType> find(String code, RegionCode home) {
    return store.findType(code).filter(type -> type.region().contains(home));
  }

  /**
   * Enters a partner's own count; it stands apart from ours for good.
   *
   * @return OUT_OF_REGION; NOT_FOUND for a type that is not offered there; INVALID_REQUEST for days
   */
  public Outcome<CardReport> report(Caller officer, ReportDraft draft) {
    boolean areDaysSound =
        !draft.asOf().isBefore(FIRST_DAY)
            && !draft.reportedOn().isBefore(draft.asOf())
            && !draft.reportedOn().isAfter(today());
    if (!areDaysSound) {
      return Outcome.refused(
          Problem.invalid(
              "/reportedOn",
              "报告日期不得早于截至日期，也不得晚于今天",
              "A report is made on or after the day that it is of, and not in the future"));
    }
    return within(officer, draft.region())
        .then(
            region ->
                find(draft.type(), region)
                    .map(type -> transactions.write(() -> Outcome.done(write(officer, draft))))
                    .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND)));
  }

  private CardReport write(Caller officer, ReportDraft draft) {
    CardReport report =
        new CardReport(
            ids.next(),
            draft.type(),
            draft.region(),
            draft.stage(),
            draft.asOf(),
            draft.cards(),
            draft.reporter(),
            draft.reportedOn(),
            draft.document());
    store.insert(report, officer.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    append(
        officer,
        JournalKind.CARDS_REPORTED,
        report.id(),
        report.region(),
        Map.of(
            "type",
            report.type(),
            "stage",
            report.stage().name(),
            "cards",
            Long.toString(report.cards())));
    return report;
  }

  private void append(
      Caller officer,
      JournalKind kind,
      String subject,
      RegionCode region,
      Map<String, String> content) {
    journal.append(
        new JournalEntry(
            kind,
            subject,
            region,
            officer.id(),
            officer.requestId(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            content));
  }

  private static Outcome<RegionCode> within(Caller officer, RegionCode region) {
    if (!Regions.standard().exists(region)) {
      return Outcome.refused(
          Problem.invalid("/region", "没有此区划代码", "There is no region of that code"));
    }
    return officer.answersFor(region)
        ? Outcome.done(region)
        : Outcome.refused(ProblemCode.OUT_OF_REGION);
  }
}
