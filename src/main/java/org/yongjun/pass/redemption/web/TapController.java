package org.yongjun.pass.redemption.web;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Cursor;
import org.yongjun.pass.redemption.RecordedTap;
import org.yongjun.pass.redemption.Tap;
import org.yongjun.pass.redemption.TapAnswer;
import org.yongjun.pass.redemption.TapFlag;
import org.yongjun.pass.redemption.TapStore;
import org.yongjun.pass.redemption.TapSums;
import org.yongjun.pass.redemption.Taps;

/** What gates tell later, and for offices what of it they should look into. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class TapController {
  private final Taps taps;

  TapController(Taps taps) {
    this.taps = taps;
  }

  @Serdeable
  record TapResult(
      String clientId,
      TapAnswer.Outcome outcome,
      List<String> reasons,
      @Nullable String redemptionId) {
    static TapResult of(TapAnswer answer) {
      return new TapResult(
          answer.clientId(),
          answer.outcome(),
          answer.reasons(),
          answer.redemptionId().orElse(null));
    }

    static TapResult invalid(String clientId) {
      return new TapResult(
          clientId, TapAnswer.Outcome.REJECTED, List.of(TapAnswer.INVALID_ITEM), null);
    }
  }

  @Serdeable
  record TapResults(List<TapResult> results) {}

  @Serdeable
  record TapFlagAnswer(
      String flagId,
      TapFlag flag,
      String state,
      Instant flaggedAt,
      String tapId,
      Tap.Kind kind,
      RecordedTap.Standing standing,
      String terminalId,
      String clientId,
      long sequence,
      String venueId,
      String region,
      Instant eventAt,
      Instant receivedAt,
      @Nullable String reason,
      @Nullable String redemptionId,
      @Nullable String visitId,
      long payableFen,
      long settledPayableFen) {
    static TapFlagAnswer of(TapStore.Flagged flagged) {
      RecordedTap recorded = flagged.recorded();
      return new TapFlagAnswer(
          flagged.id(),
          flagged.flag(),
          flagged.state(),
          flagged.flaggedAt(),
          recorded.id(),
          recorded.tap().kind(),
          recorded.standing(),
          recorded.origin().terminalId(),
          recorded.tap().clientId(),
          recorded.tap().sequence(),
          recorded.origin().venueId(),
          recorded.origin().region().toString(),
          recorded.tap().eventAt(),
          recorded.receivedAt(),
          said(recorded.reason()),
          said(recorded.settlement().redemptionId()),
          said(recorded.settlement().visitId()),
          recorded.tap().decision().payableFen(),
          recorded.settlement().payableFen());
    }

    private static @Nullable String said(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  @Serdeable
  record TapFlagPage(List<TapFlagAnswer> flags, boolean hasMore, @Nullable String next) {}

  @Serdeable
  record TapSumsAnswer(
      String terminalId,
      String venueId,
      long passes,
      long exits,
      long annulments,
      long conflicts,
      long rejected,
      long payableFen,
      long benefitValueFen,
      long unproven,
      long unprovenValueFen) {
    static TapSumsAnswer of(TapSums sums) {
      return new TapSumsAnswer(
          sums.terminalId(),
          sums.venueId(),
          sums.passes(),
          sums.exits(),
          sums.annulments(),
          sums.conflicts(),
          sums.rejected(),
          sums.payableFen(),
          sums.benefitValueFen(),
          sums.unproven(),
          sums.unprovenValueFen());
    }
  }

  @Serdeable
  record TapSumsPage(List<TapSumsAnswer> terminals, boolean hasMore, @Nullable String next) {}

  @Post("/taps")
  @Secured({Role.Names.GATE, Role.Names.TERMINAL})
  TapResults record(@Body byte[] batch, Caller terminal) {
    List<TapReader.Read> read = Answers.orThrow(TapReader.read(batch));
    List<Tap> whole = read.stream().flatMap(each -> each.tap().stream()).toList();
    Iterator<TapAnswer> answers = Answers.orThrow(taps.record(terminal, whole)).iterator();
    List<TapResult> results = new ArrayList<>();
    for (TapReader.Read each : read) {
      results.add(
          each.tap().isPresent()
              ? TapResult.of(answers.next())
              : TapResult.invalid(each.clientId()));
    }
    return new TapResults(results);
  }

  @Get("/tap-flags")
  @Secured({Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  TapFlagPage listFlags(
      Caller officer,
      @QueryValue @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable @QueryValue TapFlag flag,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Taps.PAGE_SIZE_MAX) int pageSize) {
    List<TapStore.Flagged> found =
        Answers.orThrow(
            taps.listFlags(
                officer,
                RegionCode.of(region),
                Optional.ofNullable(flag),
                Cursor.read(cursor),
                pageSize + 1));
    boolean hasMore = found.size() > pageSize;
    List<TapStore.Flagged> page = hasMore ? found.subList(0, pageSize) : found;
    return new TapFlagPage(
        page.stream().map(TapFlagAnswer::of).toList(),
        hasMore,
        hasMore ? Cursor.of(page.getLast().id()) : null);
  }

  @Get("/tap-figures")
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  TapSumsPage sum(
      Caller officer,
      @QueryValue @Pattern(regexp = "[0-9]{6}") String region,
      @QueryValue LocalDate from,
      @QueryValue LocalDate to,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Taps.PAGE_SIZE_MAX) int pageSize) {
    List<TapSums> found =
        Answers.orThrow(
            taps.sum(officer, RegionCode.of(region), from, to, Cursor.read(cursor), pageSize + 1));
    boolean hasMore = found.size() > pageSize;
    List<TapSums> page = hasMore ? found.subList(0, pageSize) : found;
    return new TapSumsPage(
        page.stream().map(TapSumsAnswer::of).toList(),
        hasMore,
        hasMore ? Cursor.of(page.getLast().terminalId()) : null);
  }
}
