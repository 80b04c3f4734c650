package org.yongjun.pass.redemption.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.platform.web.Cursor;
import org.yongjun.pass.redemption.HolderHistory;
import org.yongjun.pass.redemption.LedgerEntry;
import org.yongjun.pass.redemption.Savings;
import org.yongjun.pass.venue.VenueKind;
import org.yongjun.pass.verification.web.VerificationWire.PartAnswer;
import org.yongjun.pass.verification.web.VerificationWire.TraceLineAnswer;

/** What travels over HTTP about a holder's own uses. */
final class HistoryWire {
  private HistoryWire() {}

  @Serdeable
  record UsedPart(PartAnswer part, List<TraceLineAnswer> trace) {
    static UsedPart of(LedgerEntry entry) {
      return new UsedPart(PartAnswer.of(entry.part()), TraceLineAnswer.of(entry.trace()));
    }
  }

  /** Why and when a use was taken back. */
  @Serdeable
  record TakenBack(String reason, Instant bookedAt) {
    static TakenBack of(LedgerEntry entry) {
      return new TakenBack(entry.reason(), entry.bookedAt());
    }
  }

  @Serdeable
  record UseAnswer(
      String redemptionId,
      String visitId,
      String venueId,
      @Nullable String venueName,
      VenueKind venueKind,
      List<UsedPart> parts,
      long payableFen,
      String payableYuan,
      long benefitValueFen,
      String benefitValueYuan,
      boolean reversed,
      @Nullable TakenBack reversal,
      Instant occurredAt,
      Instant bookedAt) {
    static UseAnswer of(HolderHistory.Use use) {
      LedgerEntry first = use.redeemed().getFirst();
      long payableFen = use.redeemed().stream().mapToLong(e -> e.part().payableFen()).sum();
      long valueFen = use.redeemed().stream().mapToLong(e -> e.part().benefitValueFen()).sum();
      return new UseAnswer(
          first.redemptionId(),
          first.visit().id(),
          first.place().venueId(),
          use.venueName().orElse(null),
          first.place().venueKind(),
          use.redeemed().stream().map(UsedPart::of).toList(),
          payableFen,
          Fen.yuan(payableFen),
          valueFen,
          Fen.yuan(valueFen),
          !use.reversed().isEmpty(),
          use.reversed().isEmpty() ? null : TakenBack.of(use.reversed().getFirst()),
          first.occurredAt(),
          first.bookedAt());
    }
  }

  @Serdeable
  record UsePage(List<UseAnswer> redemptions, boolean hasMore, @Nullable String next) {
    static UsePage of(HolderHistory.Page page) {
      List<UseAnswer> uses = page.uses().stream().map(UseAnswer::of).toList();
      return new UsePage(
          uses, page.hasMore(), page.hasMore() ? Cursor.of(uses.getLast().redemptionId()) : null);
    }
  }

  @Serdeable
  record SavedAnswer(long visits, long uses, long benefitValueFen, String benefitValueYuan) {
    static SavedAnswer of(long visits, long uses, long fen) {
      return new SavedAnswer(visits, uses, fen, Fen.yuan(fen));
    }
  }

  @Serdeable
  record YearAnswer(int year, SavedAnswer saved) {
    static YearAnswer of(Savings.OfYear year) {
      return new YearAnswer(
          year.year(), SavedAnswer.of(year.visits(), year.uses(), year.benefitValueFen()));
    }
  }

  @Serdeable
  record SavingsAnswer(List<YearAnswer> years, SavedAnswer total) {
    static SavingsAnswer of(Savings savings) {
      return new SavingsAnswer(
          savings.years().stream().map(YearAnswer::of).toList(),
          SavedAnswer.of(savings.visits(), savings.uses(), savings.benefitValueFen()));
    }
  }
}
