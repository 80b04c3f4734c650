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
import java.util.List;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.holder.Campaign;
import org.yongjun.pass.holder.CampaignImporter;
import org.yongjun.pass.holder.Campaigns;
import org.yongjun.pass.holder.LookupPurpose;
import org.yongjun.pass.holder.Lookups;
import org.yongjun.pass.holder.web.PopulationWire.CampaignAnswer;
import org.yongjun.pass.holder.web.PopulationWire.CampaignPage;
import org.yongjun.pass.holder.web.PopulationWire.CampaignPerson;
import org.yongjun.pass.holder.web.PopulationWire.CampaignPersonPage;
import org.yongjun.pass.holder.web.PopulationWire.FindingBody;
import org.yongjun.pass.holder.web.PopulationWire.FindingsAnswer;
import org.yongjun.pass.holder.web.PopulationWire.FindingsRequest;
import org.yongjun.pass.holder.web.PopulationWire.NewCampaignRequest;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.CallerLanguage;
import org.yongjun.pass.platform.web.Cursor;

/** Campaigns that check each person of a population. */
@Controller("/v1/population/campaigns")
@ExecuteOn(TaskExecutors.BLOCKING)
class CampaignController {
  private final Campaigns campaigns;
  private final CampaignImporter importer;
  private final Lookups lookups;

  CampaignController(Campaigns campaigns, CampaignImporter importer, Lookups lookups) {
    this.campaigns = campaigns;
    this.importer = importer;
    this.lookups = lookups;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  CampaignAnswer create(@Body @Valid NewCampaignRequest body, Caller officer) {
    return CampaignAnswer.of(
        Answers.orThrow(
            campaigns.create(
                officer,
                RegionCode.of(body.region()),
                body.title().strip(),
                body.dueOn(),
                body.population())));
  }

  @Get
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  CampaignPage list(
      Caller officer,
      @Nullable @QueryValue String region,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Campaigns.PAGE_SIZE_MAX) int pageSize) {
    RegionCode scope = Answers.orThrow(Scopes.scope(officer, region));
    List<Campaigns.Progress> found = campaigns.listIn(scope, Cursor.read(cursor), pageSize + 1);
    boolean hasMore = found.size() > pageSize;
    List<Campaigns.Progress> page = hasMore ? found.subList(0, pageSize) : found;
    return new CampaignPage(
        page.stream().map(CampaignAnswer::of).toList(),
        hasMore,
        hasMore ? Cursor.of(page.getLast().campaign().id()) : null);
  }

  @Get("/{campaignId}")
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  CampaignAnswer get(@PathVariable String campaignId, Caller officer) {
    return CampaignAnswer.of(Answers.orThrow(campaigns.find(officer, campaignId)));
  }

  /** Its persons with one outcome; those whom nobody has looked at if none is named. */
  @Get("/{campaignId}/persons")
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  CampaignPersonPage listPersons(
      @PathVariable String campaignId,
      Caller officer,
      @QueryValue(defaultValue = "OPEN") Campaign.Outcome outcome,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Campaigns.PAGE_SIZE_MAX) int pageSize) {
    Campaigns.Progress campaign = Answers.orThrow(campaigns.find(officer, campaignId));
    List<Campaign.Entry> found =
        Answers.orThrow(
            campaigns.listPersons(officer, campaignId, outcome, Cursor.read(cursor), pageSize + 1));
    boolean hasMore = found.size() > pageSize;
    List<Campaign.Entry> page = hasMore ? found.subList(0, pageSize) : found;
    lookups.listed(officer, campaign.campaign().region(), LookupPurpose.REVIEW, "campaign", page);
    return new CampaignPersonPage(
        page.stream().map(each -> new CampaignPerson(each.holderId(), each.outcome())).toList(),
        hasMore,
        hasMore ? Cursor.of(page.getLast().holderId()) : null);
  }

  /** Adds the persons of a file of ID numbers; the report names each faulty line. */
  @Post("/{campaignId}/imports")
  @Consumes("text/csv")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  ImportReportBody importPersons(
      @PathVariable String campaignId, Caller officer, HttpRequest<?> request, @Body byte[] file) {
    return ImportReportBody.of(
        Answers.orThrow(
            Scopes.statedCharset(request.getContentType())
                .then(charset -> importer.importCsv(officer, campaignId, file, charset))),
        CallerLanguage.of(request));
  }

  /** Records what was found of persons, each by itself. */
  @Post("/{campaignId}/findings")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  FindingsAnswer decide(
      @PathVariable String campaignId, @Body @Valid FindingsRequest body, Caller officer) {
    return FindingsAnswer.of(
        Answers.orThrow(
            campaigns.decide(
                officer,
                campaignId,
                body.findings().stream().map(FindingBody::toFinding).toList())));
  }
}
