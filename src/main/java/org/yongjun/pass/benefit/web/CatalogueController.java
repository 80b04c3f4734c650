package org.yongjun.pass.benefit.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.List;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.benefit.CatalogueEdition;
import org.yongjun.pass.benefit.CatalogueStore.Header;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.benefit.web.CatalogueWire.CatalogueAnswer;
import org.yongjun.pass.benefit.web.CatalogueWire.CatalogueHeader;
import org.yongjun.pass.benefit.web.CatalogueWire.CataloguePage;
import org.yongjun.pass.benefit.web.CatalogueWire.EditionList;
import org.yongjun.pass.benefit.web.CatalogueWire.WithdrawalAnswer;
import org.yongjun.pass.benefit.web.CatalogueWire.WithdrawalRequest;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Conditional;
import org.yongjun.pass.platform.web.Cursor;

/** Publishing and reading of catalogues. */
@Controller("/v1/catalogues")
@ExecuteOn(TaskExecutors.BLOCKING)
class CatalogueController {
  private final Catalogues catalogues;
  private final Conditional conditional;
  private final Clock clock;

  CatalogueController(Catalogues catalogues, Conditional conditional, Clock clock) {
    this.catalogues = catalogues;
    this.conditional = conditional;
    this.clock = clock;
  }

  /** 201 for a new version, 200 where this very content is a version already. */
  @Post
  @Consumes({MediaType.APPLICATION_JSON, Formats.YAML})
  @Secured(Role.Names.ADMIN)
  HttpResponse<CatalogueAnswer> publish(
      @Body byte[] document, HttpRequest<?> request, Caller caller) {
    Catalogues.Publication publication =
        Answers.orThrow(catalogues.publish(caller, document, Formats.of(request)));
    CatalogueAnswer answer = CatalogueAnswer.of(publication.published());
    return publication.isNew() ? HttpResponse.created(answer) : HttpResponse.ok(answer);
  }

  @Get
  @Secured(SecurityRule.IS_AUTHENTICATED)
  HttpResponse<CataloguePage> list(
      @Nullable @QueryValue @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Catalogues.PAGE_SIZE_MAX) int pageSize,
      HttpRequest<?> request) {
    RegionCode scope = region == null ? RegionCode.NATION : RegionCode.of(region);
    List<Header> found = catalogues.list(scope, Cursor.read(cursor), pageSize + 1);
    boolean hasMore = found.size() > pageSize;
    List<Header> page = hasMore ? found.subList(0, pageSize) : found;
    return conditional.byContent(
        request,
        new CataloguePage(
            page.stream().map(CatalogueHeader::of).toList(),
            hasMore,
            hasMore ? Cursor.of(page.getLast().code()) : null));
  }

  /** The latest version. */
  @Get("/{code}")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  HttpResponse<CatalogueAnswer> getLatest(@PathVariable String code, HttpRequest<?> request) {
    return conditional.byContent(
        request, CatalogueAnswer.of(Answers.orThrow(catalogues.findLatest(code))));
  }

  @Get("/{code}/versions/{version}")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  HttpResponse<CatalogueAnswer> getVersion(
      @PathVariable String code, @PathVariable int version, HttpRequest<?> request) {
    return conditional.byContent(
        request, CatalogueAnswer.of(Answers.orThrow(catalogues.find(code, version))));
  }

  /** Where each version stands today. */
  @Get("/{code}/versions")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  HttpResponse<EditionList> listVersions(@PathVariable String code, HttpRequest<?> request) {
    List<CatalogueEdition> editions = catalogues.listEditions(code);
    if (editions.isEmpty()) {
      throw Answers.refuse(Problem.of(ProblemCode.NOT_FOUND));
    }
    return conditional.byContent(
        request, EditionList.of(editions, BusinessTime.dayOf(clock.instant())));
  }

  @Post("/{code}/versions/{version}/withdrawals")
  @Secured({Role.Names.REVIEWER, Role.Names.ADMIN})
  HttpResponse<WithdrawalAnswer> withdraw(
      @PathVariable String code,
      @PathVariable int version,
      @Body @Valid WithdrawalRequest body,
      Caller caller) {
    return HttpResponse.created(
        WithdrawalAnswer.of(
            Answers.orThrow(
                catalogues.withdraw(caller, code, version, body.from(), body.reason()))));
  }
}
