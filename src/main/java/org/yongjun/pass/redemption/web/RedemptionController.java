package org.yongjun.pass.redemption.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.redemption.PartialReturns;
import org.yongjun.pass.redemption.RedeemCommand;
import org.yongjun.pass.redemption.Redemptions;
import org.yongjun.pass.redemption.Reversals;
import org.yongjun.pass.redemption.web.RedemptionWire.RedeemRequest;
import org.yongjun.pass.redemption.web.RedemptionWire.RedemptionAnswer;
import org.yongjun.pass.redemption.web.RedemptionWire.RedemptionState;
import org.yongjun.pass.redemption.web.RedemptionWire.ReversalAnswer;
import org.yongjun.pass.redemption.web.RedemptionWire.ReverseRequest;
import org.yongjun.pass.verification.BillLine;

/** Redemptions and reversals: 201 recorded, 200 repeated; a refusal is a problem. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class RedemptionController {
  private static final String KEY = "Idempotency-Key";
  private static final String KEY_PATTERN = "[A-Za-z0-9._:-]{1,64}";
  private static final String REPLAYED = "Idempotent-Replayed";

  private final Redemptions redemptions;
  private final Reversals reversals;
  private final PartialReturns returns;

  RedemptionController(Redemptions redemptions, Reversals reversals, PartialReturns returns) {
    this.redemptions = redemptions;
    this.reversals = reversals;
    this.returns = returns;
  }

  @Post("/redemptions")
  @Secured({Role.Names.TERMINAL, Role.Names.GATE})
  HttpResponse<RedemptionAnswer> redeem(
      @Header(KEY) @NotNull @Pattern(regexp = KEY_PATTERN) String idempotencyKey,
      @Body @Valid RedeemRequest body,
      Caller terminal) {
    RedeemCommand command =
        body.toDomain(idempotencyKey)
            .orElseThrow(
                () ->
                    Answers.refuse(
                        Problem.invalid(
                            "/verificationId",
                            "请提供 verificationId，或 bill 连同 code、visitId 或 survivorClaimId，择一",
                            "Send either verificationId, or bill with one of code, visitId and"
                                + " survivorClaimId")));
    Redemptions.Recorded recorded = Answers.orThrow(redemptions.redeem(terminal, command));
    RedemptionAnswer answer = RedemptionAnswer.of(recorded.redemption());
    return recorded.isReplay()
        ? HttpResponse.ok(answer).header(REPLAYED, "true")
        : HttpResponse.created(answer);
  }

  @Get("/redemptions/{redemptionId}")
  @Secured({
    Role.Names.TERMINAL,
    Role.Names.GATE,
    Role.Names.VENUE_OWNER,
    Role.Names.CLERK,
    Role.Names.REVIEWER,
    Role.Names.AUDITOR,
    Role.Names.ADMIN
  })
  RedemptionState get(@PathVariable String redemptionId, Caller caller) {
    return RedemptionState.of(
        Answers.orThrow(reversals.find(caller, redemptionId)), caller.role().isOffice());
  }

  @Post("/reversals")
  @Secured({
    Role.Names.TERMINAL,
    Role.Names.GATE,
    Role.Names.CLERK,
    Role.Names.REVIEWER,
    Role.Names.ADMIN
  })
  HttpResponse<ReversalAnswer> reverse(
      @Header(KEY) @NotNull @Pattern(regexp = KEY_PATTERN) String idempotencyKey,
      @Body @Valid ReverseRequest body,
      Caller caller) {
    List<BillLine> remaining = body.remainingLines();
    String reason = body.reason().strip();
    Reversals.Recorded recorded =
        Answers.orThrow(
            remaining.isEmpty()
                ? reversals.reverse(caller, idempotencyKey, body.redemptionId(), reason)
                : returns.reverse(caller, idempotencyKey, body.redemptionId(), reason, remaining));
    ReversalAnswer answer = ReversalAnswer.of(recorded.reversal());
    return recorded.isReplay()
        ? HttpResponse.ok(answer).header(REPLAYED, "true")
        : HttpResponse.created(answer);
  }
}
