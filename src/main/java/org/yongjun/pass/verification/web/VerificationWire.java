package org.yongjun.pass.verification.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.Plate;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.rule.Clause;
import org.yongjun.pass.offline.rule.Companions;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.offline.rule.ReferenceReason;
import org.yongjun.pass.offline.rule.Trace;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.verification.BillLine;
import org.yongjun.pass.verification.Examination;
import org.yongjun.pass.verification.Presented;
import org.yongjun.pass.verification.Stay;
import org.yongjun.pass.verification.Verifications.Verdict;

/** What travels over HTTP about verifications; quotes and traces serve redemptions too. */
public final class VerificationWire {
  /** Longer than any text that a reader may take for a code; the verifier refuses the rest. */
  public static final int CODE_LENGTH_MAX = 1_000;

  public static final String CHANNEL_DEFAULT = Presented.CHANNEL_UNSPECIFIED;
  public static final String CHANNEL_PATTERN = "[A-Z][A-Z0-9_]{0,31}";

  private VerificationWire() {}

  @Serdeable
  public record BillPartRequest(
      @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{0,31}") String label,
      @Nullable @Min(0) @Max(Fen.AMOUNT_MAX) Long listFen,
      @Nullable @Min(0) @Max(Fen.AMOUNT_MAX) Long referenceFen,
      @Nullable ReferenceReason referenceReason,
      @Nullable @Min(1) @Max(Fen.MILLI_UNITS_MAX) Long milliUnits,
      @Nullable @Min(1) @Max(Companions.COUNT_MAX) Integer companion,
      @Nullable Instant entryAt,
      @Nullable Instant exitAt) {
    public BillLine toDomain() {
      if ((entryAt == null) != (exitAt == null)) {
        throw Answers.refuse(
            Problem.invalid("/bill", "进入和离开时间须同时给出", "Give entry and exit together"));
      }
      return new BillLine(
          label,
          listFen,
          referenceFen,
          referenceReason,
          milliUnits,
          companion,
          entryAt == null || exitAt == null ? null : new Stay(entryAt, exitAt, null));
    }
  }

  @Serdeable
  record VerifyRequest(
      @Nullable @Size(min = 1, max = CODE_LENGTH_MAX) String code,
      @Nullable @Pattern(regexp = Ids.GIVEN_PATTERN) String visitId,
      // Nullable so that a missing list stays missing; otherwise it is read as an empty one.
      @Nullable @NotNull @Valid @Size(min = 1, max = Presented.PARTS_MAX)
          List<@Valid @NotNull BillPartRequest> bill,
      @Nullable @Pattern(regexp = CHANNEL_PATTERN) String channel,
      @Nullable @Size(min = 1, max = Plate.GIVEN_LENGTH_MAX) String plate,
      @Nullable @Pattern(regexp = Ids.GIVEN_PATTERN) String survivorClaimId) {
    Optional<Presented> toDomain() {
      return by(code, visitId, survivorClaimId).map(by -> presented(by, bill, channel, plate));
    }

    @Override
    public String toString() {
      return "VerifyRequest";
    }
  }

  /** What a terminal states by whatever the holder is known. */
  public static Presented presented(
      Presented.By by,
      List<BillPartRequest> bill,
      @Nullable String channel,
      @Nullable String plate) {
    return new Presented(
        by,
        bill.stream().map(BillPartRequest::toDomain).toList(),
        channel == null ? CHANNEL_DEFAULT : channel,
        readPlate(plate));
  }

  /** Empty unless there is one of the three, and no other. */
  public static Optional<Presented.By> by(
      @Nullable String code, @Nullable String visitId, @Nullable String survivorClaimId) {
    List<Presented.By> given = new ArrayList<>();
    if (code != null) {
      given.add(new Presented.By.Code(code));
    }
    if (visitId != null) {
      given.add(new Presented.By.Visit(visitId));
    }
    if (survivorClaimId != null) {
      given.add(new Presented.By.Claim(survivorClaimId));
    }
    return given.size() == 1 ? Optional.of(given.getFirst()) : Optional.empty();
  }

  /** A plate as a terminal states it; what cannot be one is refused without repeating it. */
  private static Optional<Plate> readPlate(@Nullable String given) {
    if (given == null) {
      return Optional.empty();
    }
    Optional<Plate> plate = Plate.read(given);
    if (plate.isEmpty()) {
      throw Answers.refuse(Problem.invalid("/plate", "号牌格式不正确", "This is no number plate"));
    }
    return plate;
  }

  /** One sentence in both languages. */
  @Serdeable
  public record Sentence(String zh, String en) {
    public static Sentence of(Text text) {
      return new Sentence(text.zh(), text.en());
    }
  }

  /** A step of the decision; without item and version where it is about no item. */
  @Serdeable
  public record TraceLineAnswer(
      @Nullable String itemId,
      @Nullable Integer version,
      Clause clause,
      boolean held,
      Sentence sentence) {
    public static List<TraceLineAnswer> of(Trace trace) {
      return trace.lines().stream()
          .map(
              line ->
                  new TraceLineAnswer(
                      line.isOfItem() ? line.itemId() : null,
                      line.isOfItem() ? line.version() : null,
                      line.clause(),
                      line.held(),
                      Sentence.of(line.sentence())))
          .toList();
    }
  }

  @Serdeable
  public record LayerAnswer(String itemId, int version, HolderClass used, long reductionFen) {}

  @Serdeable
  public record PartAnswer(
      String label,
      @Nullable Integer companion,
      long listFen,
      long referenceFen,
      List<LayerAnswer> layers,
      long payableFen,
      long benefitValueFen) {
    public static PartAnswer of(PartQuote part) {
      return new PartAnswer(
          part.label(),
          part.companion() == 0 ? null : part.companion(),
          part.listFen(),
          part.referenceFen(),
          part.layers().stream()
              .map(
                  layer ->
                      new LayerAnswer(
                          layer.itemId(), layer.version(), layer.used(), layer.reductionFen()))
              .toList(),
          part.payableFen(),
          part.benefitValueFen());
    }
  }

  @Serdeable
  record QuoteAnswer(
      List<PartAnswer> parts, long payableFen, String payableYuan, long benefitValueFen) {}

  @Serdeable
  record VerdictAnswer(
      boolean accepted,
      @Nullable String verificationId,
      @Nullable Instant expiresAt,
      @Nullable String holderName,
      @Nullable Boolean photoCheck,
      @Nullable Boolean approvalNeeded,
      @Nullable QuoteAnswer quote,
      @Nullable ReasonCode reason,
      @Nullable Boolean retryable,
      @Nullable Sentence explanation,
      List<TraceLineAnswer> trace) {
    static VerdictAnswer of(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Accepted accepted -> accepted(accepted);
        case Verdict.Refused(Examination.Refused refused) ->
            new VerdictAnswer(
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                refused.reason(),
                refused.reason().isRetryable(),
                Sentence.of(refused.explanation()),
                TraceLineAnswer.of(refused.trace()));
      };
    }

    @Override
    public String toString() {
      return "VerdictAnswer[accepted=" + accepted + ", reason=" + reason + "]";
    }

    private static VerdictAnswer accepted(Verdict.Accepted accepted) {
      var evaluation = accepted.examination().evaluation();
      QuoteAnswer quote =
          new QuoteAnswer(
              evaluation.parts().stream().map(PartAnswer::of).toList(),
              evaluation.payableFen(),
              Fen.yuan(evaluation.payableFen()),
              evaluation.benefitValueFen());
      return new VerdictAnswer(
          true,
          accepted.verification().id(),
          accepted.verification().expiresAt(),
          accepted.holderName().orElse(null),
          accepted.examination().photoCheck(),
          evaluation.isApprovalNeeded(),
          quote,
          null,
          null,
          null,
          TraceLineAnswer.of(evaluation.trace()));
    }
  }
}
