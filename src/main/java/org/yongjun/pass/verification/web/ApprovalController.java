package org.yongjun.pass.verification.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Cursor;
import org.yongjun.pass.verification.Approval;
import org.yongjun.pass.verification.Approvals;
import org.yongjun.pass.verification.Verification;

/** A second person approves verified bills of much value: 201 approved, 200 repeated. */
@Controller("/v1/approvals")
@Secured(Role.Names.REVIEWER)
@ExecuteOn(TaskExecutors.BLOCKING)
class ApprovalController {
  private final Approvals approvals;

  ApprovalController(Approvals approvals) {
    this.approvals = approvals;
  }

  @Serdeable
  record ApproveRequest(@NotNull @Pattern(regexp = Ids.GIVEN_PATTERN) String verificationId) {}

  @Serdeable
  record ApprovalAnswer(
      String verificationId,
      String approvedBy,
      Instant approvedAt,
      String venueId,
      List<String> itemIds,
      long payableFen,
      long benefitValueFen) {
    static ApprovalAnswer of(Approval approval) {
      return new ApprovalAnswer(
          approval.verificationId(),
          approval.approvedBy(),
          approval.approvedAt(),
          approval.venueId(),
          approval.itemIds(),
          approval.payableFen(),
          approval.benefitValueFen());
    }
  }

  /** What a reviewer sees of a bill that waits: no person. */
  @Serdeable
  record WaitingAnswer(
      String verificationId,
      String venueId,
      String terminalId,
      List<String> itemIds,
      long payableFen,
      long benefitValueFen,
      Instant verifiedAt,
      Instant expiresAt) {
    static WaitingAnswer of(Verification verification) {
      return new WaitingAnswer(
          verification.id(),
          verification.venueId(),
          verification.terminalId(),
          verification.approvalItems(),
          verification.payableFen(),
          verification.benefitValueFen(),
          verification.at(),
          verification.expiresAt());
    }
  }

  @Serdeable
  record WaitingPage(List<WaitingAnswer> waiting, boolean hasMore, @Nullable String next) {}

  @Post
  HttpResponse<ApprovalAnswer> approve(@Body @Valid ApproveRequest body, Caller reviewer) {
    Approvals.Given given = Answers.orThrow(approvals.approve(reviewer, body.verificationId()));
    ApprovalAnswer answer = ApprovalAnswer.of(given.approval());
    return given.isReplay() ? HttpResponse.ok(answer) : HttpResponse.created(answer);
  }

  @Get
  WaitingPage list(
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Approvals.PAGE_SIZE_MAX) int pageSize,
      Caller reviewer) {
    List<Verification> found = approvals.listWaiting(reviewer, Cursor.read(cursor), pageSize + 1);
    boolean hasMore = found.size() > pageSize;
    List<Verification> page = hasMore ? found.subList(0, pageSize) : found;
    return new WaitingPage(
        page.stream().map(WaitingAnswer::of).toList(),
        hasMore,
        hasMore ? Cursor.of(page.getLast().id()) : null);
  }
}
