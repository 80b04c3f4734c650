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
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.benefit.CatalogueDocuments;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.benefit.Draft;
import org.yongjun.pass.benefit.Drafts;
import org.yongjun.pass.benefit.web.CatalogueWire.CatalogueAnswer;
import org.yongjun.pass.benefit.web.DraftWire.DraftAnswer;
import org.yongjun.pass.benefit.web.DraftWire.DraftFaults;
import org.yongjun.pass.benefit.web.DraftWire.DraftHeader;
import org.yongjun.pass.benefit.web.DraftWire.DraftPage;
import org.yongjun.pass.benefit.web.DraftWire.ReviewRequest;
import org.yongjun.pass.benefit.web.DraftWire.RevisionRequest;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Cursor;

/** Writing, reviewing and publishing lists. */
@Controller("/v1/catalogue-drafts")
@ExecuteOn(TaskExecutors.BLOCKING)
class DraftController {
  private final Drafts drafts;
  private final CatalogueDocuments documents;

  DraftController(Drafts drafts, CatalogueDocuments documents) {
    this.drafts = drafts;
    this.documents = documents;
  }

  @Post
  @Consumes({MediaType.APPLICATION_JSON, Formats.YAML, Formats.XLSX})
  @Secured({Role.Names.CLERK, Role.Names.ADMIN, Role.Names.VENUE_OWNER})
  HttpResponse<DraftAnswer> create(@Body byte[] document, HttpRequest<?> request, Caller caller) {
    return HttpResponse.created(answer(drafts.create(caller, document, Formats.of(request))));
  }

  @Get
  @Secured({
    Role.Names.CLERK,
    Role.Names.REVIEWER,
    Role.Names.AUDITOR,
    Role.Names.ADMIN,
    Role.Names.VENUE_OWNER
  })
  DraftPage list(
      @Nullable @QueryValue @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable @QueryValue Draft.State state,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Drafts.PAGE_SIZE_MAX) int pageSize,
      Caller caller) {
    List<Draft> found =
        Answers.orThrow(
            drafts.list(
                caller,
                region == null ? null : RegionCode.of(region),
                state,
                Cursor.read(cursor),
                pageSize + 1));
    boolean hasMore = found.size() > pageSize;
    List<Draft> page = hasMore ? found.subList(0, pageSize) : found;
    return new DraftPage(
        page.stream().map(DraftHeader::of).toList(),
        hasMore,
        hasMore ? Cursor.of(page.getLast().id()) : null);
  }

  @Get("/{draftId}")
  @Secured({
    Role.Names.CLERK,
    Role.Names.REVIEWER,
    Role.Names.AUDITOR,
    Role.Names.ADMIN,
    Role.Names.VENUE_OWNER
  })
  DraftAnswer get(@PathVariable String draftId, Caller caller) {
    return answer(drafts.find(caller, draftId));
  }

  @Put("/{draftId}")
  @Consumes({MediaType.APPLICATION_JSON, Formats.YAML, Formats.XLSX})
  @Secured({Role.Names.CLERK, Role.Names.ADMIN, Role.Names.VENUE_OWNER})
  DraftAnswer edit(
      @PathVariable String draftId, @Body byte[] document, HttpRequest<?> request, Caller caller) {
    return answer(drafts.edit(caller, draftId, document, Formats.of(request)));
  }

  @Get("/{draftId}/faults")
  @Secured({
    Role.Names.CLERK,
    Role.Names.REVIEWER,
    Role.Names.AUDITOR,
    Role.Names.ADMIN,
    Role.Names.VENUE_OWNER
  })
  DraftFaults listFaults(@PathVariable String draftId, Caller caller) {
    return DraftFaults.of(Answers.orThrow(drafts.listFaults(caller, draftId)));
  }

  @Post("/{draftId}/submissions")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN, Role.Names.VENUE_OWNER})
  HttpResponse<DraftHeader> submit(
      @PathVariable String draftId, @Body @Valid RevisionRequest body, Caller caller) {
    return HttpResponse.created(
        DraftHeader.of(Answers.orThrow(drafts.submit(caller, draftId, body.revision()))));
  }

  @Post("/{draftId}/reviews")
  @Secured({Role.Names.REVIEWER, Role.Names.ADMIN})
  HttpResponse<DraftHeader> review(
      @PathVariable String draftId, @Body @Valid ReviewRequest body, Caller caller) {
    return HttpResponse.created(
        DraftHeader.of(
            Answers.orThrow(
                drafts.review(caller, draftId, body.revision(), body.decision(), body.remark()))));
  }

  /** 201 for the new version, 200 where the draft has become it already. */
  @Post("/{draftId}/publications")
  @Secured({Role.Names.REVIEWER, Role.Names.ADMIN})
  HttpResponse<CatalogueAnswer> publish(
      @PathVariable String draftId, @Body @Valid RevisionRequest body, Caller caller) {
    Catalogues.Publication publication =
        Answers.orThrow(drafts.publish(caller, draftId, body.revision()));
    CatalogueAnswer answer = CatalogueAnswer.of(publication.published());
    return publication.isNew() ? HttpResponse.created(answer) : HttpResponse.ok(answer);
  }

  private DraftAnswer answer(Outcome<Draft> outcome) {
    Draft draft = Answers.orThrow(outcome);
    return new DraftAnswer(DraftHeader.of(draft), documents.readPublished(draft.document()));
  }
}
