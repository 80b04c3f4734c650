package org.yongjun.pass.holder.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.holder.LookupPurpose;
import org.yongjun.pass.holder.Lookups;
import org.yongjun.pass.holder.MemberImporter;
import org.yongjun.pass.holder.MemberList;
import org.yongjun.pass.holder.MemberLists;
import org.yongjun.pass.holder.Membership;
import org.yongjun.pass.holder.web.MemberListWire.EndMemberRequest;
import org.yongjun.pass.holder.web.MemberListWire.MemberAnswer;
import org.yongjun.pass.holder.web.MemberListWire.MemberListAnswer;
import org.yongjun.pass.holder.web.MemberListWire.MemberListPage;
import org.yongjun.pass.holder.web.MemberListWire.MemberPage;
import org.yongjun.pass.holder.web.MemberListWire.NewMemberListRequest;
import org.yongjun.pass.holder.web.MemberListWire.NewMemberRequest;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.CallerLanguage;
import org.yongjun.pass.platform.web.Cursor;

/** Named lists of persons, which an office keeps and catalogues ask about. */
@Controller("/v1/member-lists")
@ExecuteOn(TaskExecutors.BLOCKING)
class MemberListController {
  private final MemberLists lists;
  private final MemberImporter importer;
  private final Lookups lookups;

  MemberListController(MemberLists lists, MemberImporter importer, Lookups lookups) {
    this.lists = lists;
    this.importer = importer;
    this.lookups = lookups;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  MemberListAnswer create(@Body @Valid NewMemberListRequest body, Caller officer) {
    return MemberListAnswer.of(
        Answers.orThrow(
            lists.create(
                officer, body.listCode(), RegionCode.of(body.region()), body.title().strip())));
  }

  @Get
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  MemberListPage list(
      Caller officer,
      @Nullable @QueryValue String region,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(MemberLists.PAGE_SIZE_MAX) int pageSize) {
    RegionCode scope = Answers.orThrow(Scopes.scope(officer, region));
    List<MemberList> found = lists.listIn(scope, Cursor.read(cursor), pageSize + 1);
    boolean hasMore = found.size() > pageSize;
    List<MemberList> page = hasMore ? found.subList(0, pageSize) : found;
    return new MemberListPage(
        page.stream().map(MemberListAnswer::of).toList(),
        hasMore,
        hasMore ? Cursor.of(page.getLast().code()) : null);
  }

  @Get("/{listCode}")
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  MemberListAnswer get(@PathVariable String listCode, Caller officer) {
    return MemberListAnswer.of(Answers.orThrow(lists.find(officer, listCode)));
  }

  /** The lines that hold on a day, today if none is named. */
  @Get("/{listCode}/members")
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  MemberPage listMembers(
      @PathVariable String listCode,
      Caller officer,
      @Nullable @QueryValue LocalDate day,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(MemberLists.PAGE_SIZE_MAX) int pageSize,
      @QueryValue(defaultValue = Scopes.SERVICE) LookupPurpose purpose) {
    MemberList list = Answers.orThrow(lists.find(officer, listCode));
    List<Membership> found =
        Answers.orThrow(
            lists.listMembers(
                officer,
                listCode,
                day == null ? lists.today() : day,
                Cursor.read(cursor),
                pageSize + 1));
    boolean hasMore = found.size() > pageSize;
    List<Membership> page = hasMore ? found.subList(0, pageSize) : found;
    lookups.listed(officer, list.region(), purpose, "list", page);
    return new MemberPage(
        page.stream().map(MemberAnswer::of).toList(),
        hasMore,
        hasMore ? Cursor.of(page.getLast().id()) : null);
  }

  @Post("/{listCode}/members")
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  MemberAnswer addMember(
      @PathVariable String listCode, @Body @Valid NewMemberRequest body, Caller officer) {
    return MemberAnswer.of(
        Answers.orThrow(
            lists.add(officer, listCode, body.holderId(), body.validFrom(), body.validUntil())));
  }

  /** Puts the persons of a file on the list; the report names each faulty line. */
  @Post("/{listCode}/imports")
  @Consumes("text/csv")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  ImportReportBody importMembers(
      @PathVariable String listCode, Caller officer, HttpRequest<?> request, @Body byte[] file) {
    return ImportReportBody.of(
        Answers.orThrow(
            Scopes.statedCharset(request.getContentType())
                .then(charset -> importer.importCsv(officer, listCode, file, charset))),
        CallerLanguage.of(request));
  }

  /** Ends a line; what it said of earlier days stays true. */
  @Post("/{listCode}/members/{membershipId}/end")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  MemberAnswer endMember(
      @PathVariable String listCode,
      @PathVariable String membershipId,
      @Body @Valid EndMemberRequest body,
      Caller officer) {
    return MemberAnswer.of(
        Answers.orThrow(lists.end(officer, listCode, membershipId, body.lastDay())));
  }
}
