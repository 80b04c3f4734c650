package org.yongjun.pass.redemption.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.Plate;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.redemption.LedgerEntry;
import org.yongjun.pass.redemption.RedeemCommand;
import org.yongjun.pass.redemption.Redemption;
import org.yongjun.pass.redemption.Reversal;
import org.yongjun.pass.redemption.Reversals;
import org.yongjun.pass.verification.BillLine;
import org.yongjun.pass.verification.Presented;
import org.yongjun.pass.verification.web.VerificationWire;
import org.yongjun.pass.verification.web.VerificationWire.BillPartRequest;
import org.yongjun.pass.verification.web.VerificationWire.PartAnswer;
import org.yongjun.pass.verification.web.VerificationWire.TraceLineAnswer;

/** What travels over HTTP about redemptions and reversals. */
final class RedemptionWire {
  private RedemptionWire() {}

  @Serdeable
  record RedeemRequest(
      @Nullable @Pattern(regexp = Ids.GIVEN_PATTERN) String verificationId,
      @Nullable @Size(min = 1, max = VerificationWire.CODE_LENGTH_MAX) String code,
      @Nullable @Pattern(regexp = Ids.GIVEN_PATTERN) String visitId,
      @Nullable @Valid @Size(min = 1, max = Presented.PARTS_MAX)
          List<@Valid @NotNull BillPartRequest> bill,
      @Nullable @Pattern(regexp = VerificationWire.CHANNEL_PATTERN) String channel,
      @Nullable @Size(min = 1, max = Plate.GIVEN_LENGTH_MAX) String plate,
      @Nullable @Pattern(regexp = Ids.GIVEN_PATTERN) String survivorClaimId) {
    /** Empty unless it names a verification, or a code or a visit with a bill, and only one. */
    Optional<RedeemCommand> toDomain(String idempotencyKey) {
      if (verificationId == null && bill != null) {
        return VerificationWire.by(code, visitId, survivorClaimId)
            .map(by -> VerificationWire.presented(by, bill, channel, plate))
            .map(presented -> new RedeemCommand.OfBill(idempotencyKey, presented));
      }
      boolean isAlone =
          Stream.of(code, visitId, bill, channel, plate, survivorClaimId).allMatch(Objects::isNull);
      return isAlone && verificationId != null
          ? Optional.of(new RedeemCommand.OfVerification(idempotencyKey, verificationId))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return "RedeemRequest";
    }
  }

  @Serdeable
  record RedemptionAnswer(
      String redemptionId,
      String visitId,
      String venueId,
      String terminalId,
      List<PartAnswer> parts,
      long payableFen,
      String payableYuan,
      long benefitValueFen,
      boolean photoCheck,
      Instant occurredAt,
      Instant bookedAt) {
    static RedemptionAnswer of(Redemption redemption) {
      return new RedemptionAnswer(
          redemption.id(),
          redemption.visitId(),
          redemption.venueId(),
          redemption.terminalId(),
          redemption.parts().stream().map(PartAnswer::of).toList(),
          redemption.payableFen(),
          Fen.yuan(redemption.payableFen()),
          redemption.benefitValueFen(),
          redemption.photoCheck(),
          redemption.occurredAt(),
          redemption.bookedAt());
    }
  }

  @Serdeable
  record EntryAnswer(
      String entryId,
      PartAnswer part,
      @Nullable List<HolderClass> classes,
      @Nullable String homeRegion,
      @Nullable String actor,
      @Nullable String approvedBy,
      String reason,
      Instant occurredAt,
      Instant bookedAt,
      String requestId,
      @Nullable List<TraceLineAnswer> trace) {
    /** Who it was, and why it was granted, is for offices alone. */
    static EntryAnswer of(LedgerEntry entry, boolean forOffice) {
      return new EntryAnswer(
          entry.id(),
          PartAnswer.of(entry.part()),
          forOffice ? entry.person().classes().list() : null,
          forOffice ? entry.person().homeRegion().toString() : null,
          forOffice ? entry.actor() : null,
          forOffice ? entry.approvedBy().orElse(null) : null,
          entry.reason(),
          entry.occurredAt(),
          entry.bookedAt(),
          entry.requestId(),
          forOffice ? TraceLineAnswer.of(entry.trace()) : null);
    }
  }

  @Serdeable
  record RedemptionState(
      String redemptionId,
      String visitId,
      String venueId,
      String terminalId,
      boolean reversed,
      List<EntryAnswer> entries,
      List<EntryAnswer> reversals) {
    static RedemptionState of(Reversals.State state, boolean forOffice) {
      LedgerEntry first = state.redeemed().getFirst();
      return new RedemptionState(
          first.redemptionId(),
          first.visit().id(),
          first.place().venueId(),
          first.place().terminalId(),
          !state.reversed().isEmpty(),
          state.redeemed().stream().map(entry -> EntryAnswer.of(entry, forOffice)).toList(),
          state.reversed().stream().map(entry -> EntryAnswer.of(entry, forOffice)).toList());
    }
  }

  @Serdeable
  record ReverseRequest(
      @NotNull @Pattern(regexp = Ids.GIVEN_PATTERN) String redemptionId,
      @NotBlank @Size(max = 200) String reason,
      @Nullable @Valid @Size(min = 1, max = Presented.PARTS_MAX)
          List<@Valid @NotNull BillPartRequest> remaining) {
    List<BillLine> remainingLines() {
      return remaining == null
          ? List.of()
          : remaining.stream().map(BillPartRequest::toDomain).toList();
    }

    /** The reason is somebody's free text. */
    @Override
    public String toString() {
      return "ReverseRequest[" + redemptionId + "]";
    }
  }

  @Serdeable
  record ReversalAnswer(
      String redemptionId,
      String visitId,
      String reason,
      long benefitValueFen,
      Instant bookedAt,
      @Nullable RedemptionAnswer replacement) {
    static ReversalAnswer of(Reversal reversal) {
      return new ReversalAnswer(
          reversal.redemptionId(),
          reversal.visitId(),
          reversal.reason(),
          reversal.benefitValueFen(),
          reversal.bookedAt(),
          reversal.replacement().map(RedemptionAnswer::of).orElse(null));
    }
  }
}
