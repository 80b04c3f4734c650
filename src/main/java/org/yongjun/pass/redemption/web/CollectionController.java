package org.yongjun.pass.redemption.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
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
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Cursor;
import org.yongjun.pass.redemption.Collection;
import org.yongjun.pass.redemption.Collections;

/** What terminals collected, told apart from the ledger, and for offices where it differs. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class CollectionController {
  private final Collections collections;

  CollectionController(Collections collections) {
    this.collections = collections;
  }

  @Serdeable
  record CollectionRequest(@NotNull @Min(0) @Max(Fen.AMOUNT_MAX) Long collectedFen) {}

  @Serdeable
  record CollectionAnswer(
      String redemptionId,
      String venueId,
      String terminalId,
      String region,
      long payableFen,
      long collectedFen,
      boolean flagged,
      Instant reportedAt) {
    static CollectionAnswer of(Collection collection) {
      return new CollectionAnswer(
          collection.redemptionId(),
          collection.venueId(),
          collection.terminalId(),
          collection.region().toString(),
          collection.payableFen(),
          collection.collectedFen(),
          collection.isFlagged(),
          collection.reportedAt());
    }
  }

  @Serdeable
  record CollectionPage(
      List<CollectionAnswer> collections, boolean hasMore, @Nullable String next) {}

  @Post("/redemptions/{redemptionId}/collections")
  @Secured({Role.Names.TERMINAL, Role.Names.GATE})
  HttpResponse<CollectionAnswer> report(
      Caller terminal, @PathVariable String redemptionId, @Body @Valid CollectionRequest body) {
    Collections.Reported reported =
        Answers.orThrow(collections.report(terminal, redemptionId, body.collectedFen()));
    CollectionAnswer answer = CollectionAnswer.of(reported.collection());
    return reported.isRepeat() ? HttpResponse.ok(answer) : HttpResponse.created(answer);
  }

  @Get("/flagged-collections")
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  CollectionPage listFlagged(
      Caller officer,
      @QueryValue @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Collections.PAGE_SIZE_MAX) int pageSize) {
    List<Collection> found =
        Answers.orThrow(
            collections.listFlagged(
                officer, RegionCode.of(region), Cursor.read(cursor), pageSize + 1));
    boolean hasMore = found.size() > pageSize;
    List<Collection> page = hasMore ? found.subList(0, pageSize) : found;
    return new CollectionPage(
        page.stream().map(CollectionAnswer::of).toList(),
        hasMore,
        hasMore ? Cursor.of(page.getLast().redemptionId()) : null);
  }
}
