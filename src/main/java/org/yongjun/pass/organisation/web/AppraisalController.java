package org.yongjun.pass.organisation.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.organisation.Appraisal;
import org.yongjun.pass.organisation.Appraisals;
import org.yongjun.pass.organisation.Organisation;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Cursor;

/** What counts for or against localities in a year's appraisal. */
@Controller("/v1/appraisals")
@ExecuteOn(TaskExecutors.BLOCKING)
class AppraisalController {
  private final Appraisals appraisals;
  private final Organisation organisation;

  AppraisalController(Appraisals appraisals, Organisation organisation) {
    this.appraisals = appraisals;
    this.organisation = organisation;
  }

  @Serdeable
  record NewAppraisalRequest(
      @NotNull @Pattern(regexp = OrganisationWire.REGION_PATTERN) String region,
      @Min(Appraisal.YEAR_MIN) int year,
      @NotNull Appraisal.Kind kind,
      @Nullable @Min(-Appraisal.POINTS_MAX) @Max(Appraisal.POINTS_MAX) Integer points,
      @NotBlank @Size(max = Appraisal.REASON_LENGTH_MAX) String reason,
      @NotBlank @Size(max = Appraisal.DOCUMENT_LENGTH_MAX) String document) {
    Appraisals.Draft draft() {
      return new Appraisals.Draft(
          RegionCode.of(region),
          year,
          kind,
          points == null ? 0 : points,
          reason.strip(),
          document.strip());
    }
  }

  @Serdeable
  record AppraisalAnswer(
      String appraisalId,
      String region,
      int year,
      Appraisal.Kind kind,
      int points,
      String reason,
      String document,
      String recordedBy,
      Instant recordedAt) {
    static AppraisalAnswer of(Appraisal each) {
      return new AppraisalAnswer(
          each.id(),
          each.region().toString(),
          each.year(),
          each.kind(),
          each.points(),
          each.reason(),
          each.document(),
          each.recordedBy(),
          each.recordedAt());
    }
  }

  /** The points and the veto are of the whole year, not of the page. */
  @Serdeable
  record AppraisalPage(
      String region,
      int year,
      long points,
      boolean vetoed,
      List<AppraisalAnswer> appraisals,
      boolean hasMore,
      @Nullable String next) {}

  @Post
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.REVIEWER, Role.Names.ADMIN})
  AppraisalAnswer record(@Body @Valid NewAppraisalRequest body, Caller officer) {
    return AppraisalAnswer.of(Answers.orThrow(appraisals.record(officer, body.draft())));
  }

  @Get
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  AppraisalPage list(
      Caller officer,
      @Nullable @QueryValue @Pattern(regexp = OrganisationWire.REGION_PATTERN) String region,
      @Nullable @QueryValue @Min(Appraisal.YEAR_MIN) Integer year,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Organisation.PAGE_SIZE_MAX) int pageSize) {
    RegionCode scope = Answers.orThrow(organisation.scope(officer, region));
    int wanted = year == null ? organisation.today().getYear() : year;
    Appraisals.OfYear found = appraisals.list(scope, wanted, Cursor.read(cursor), pageSize + 1);
    boolean hasMore = found.page().size() > pageSize;
    List<Appraisal> page = hasMore ? found.page().subList(0, pageSize) : found.page();
    return new AppraisalPage(
        scope.toString(),
        wanted,
        found.score().points(),
        found.score().vetoed(),
        page.stream().map(AppraisalAnswer::of).toList(),
        hasMore,
        hasMore ? Cursor.of(page.getLast().id()) : null);
  }
}
