package org.yongjun.pass.holder.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.holder.Campaign;
import org.yongjun.pass.holder.Campaigns;
import org.yongjun.pass.holder.MemberList;
import org.yongjun.pass.holder.PersonEvent;
import org.yongjun.pass.holder.Population;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.platform.Ids;

/** What travels over HTTP about campaigns and counts of persons. */
final class PopulationWire {
  private PopulationWire() {}

  @Serdeable
  record NewCampaignRequest(
      @NotNull @Pattern(regexp = "[0-9]{6}") String region,
      @NotBlank @Size(max = Campaign.TITLE_LENGTH_MAX) String title,
      @NotNull LocalDate dueOn,
      @Nullable @Pattern(regexp = MemberList.CODE_PATTERN) String listCode,
      @Nullable HolderClass holderClass) {
    Campaign.Population population() {
      return new Campaign.Population(
          Optional.ofNullable(listCode), Optional.ofNullable(holderClass));
    }
  }

  @Serdeable
  record CampaignAnswer(
      String campaignId,
      String region,
      String title,
      LocalDate dueOn,
      long persons,
      long open,
      long checked,
      long confirmed,
      long removed,
      long notFound) {
    static CampaignAnswer of(Campaigns.Progress progress) {
      Campaign campaign = progress.campaign();
      Campaign.Counts counts = progress.counts();
      return new CampaignAnswer(
          campaign.id(),
          campaign.region().toString(),
          campaign.title(),
          campaign.dueOn(),
          counts.persons(),
          counts.open(),
          counts.checked(),
          counts.confirmed(),
          counts.removed(),
          counts.notFound());
    }
  }

  @Serdeable
  record CampaignPage(List<CampaignAnswer> campaigns, boolean hasMore, @Nullable String next) {}

  @Serdeable
  record CampaignPerson(String holderId, Campaign.Outcome outcome) {
    @Override
    public String toString() {
      return "CampaignPerson";
    }
  }

  @Serdeable
  record CampaignPersonPage(List<CampaignPerson> persons, boolean hasMore, @Nullable String next) {}

  /** What a campaign may find of a person. */
  enum Found {
    VERIFIED,
    DEAD,
    IMPRISONED,
    NOT_FOUND
  }

  @Serdeable
  record FindingBody(
      @NotNull @Pattern(regexp = Ids.GIVEN_PATTERN) String holderId,
      @NotNull Found outcome,
      @NotNull LocalDate effectiveOn,
      @NotBlank @Size(max = PersonEvent.DOCUMENT_LENGTH_MAX) String document) {
    Campaign.Finding toFinding() {
      return new Campaign.Finding(
          holderId, Campaign.Outcome.valueOf(outcome.name()), effectiveOn, document.strip());
    }

    @Override
    public String toString() {
      return "FindingBody";
    }
  }

  @Serdeable
  record FindingsRequest(
      @NotNull @Size(min = 1, max = Campaigns.FINDINGS_MAX)
          List<@NotNull @Valid FindingBody> findings) {}

  @Serdeable
  record FindingResult(String holderId, Campaigns.Result result) {}

  @Serdeable
  record FindingsAnswer(List<FindingResult> results) {
    static FindingsAnswer of(List<Campaigns.Recorded> results) {
      return new FindingsAnswer(
          results.stream().map(each -> new FindingResult(each.holderId(), each.result())).toList());
    }
  }

  @Serdeable
  record ClassCount(HolderClass holderClass, long persons, long ofWhich) {}

  @Serdeable
  record RegionCount(String region, long persons) {}

  @Serdeable
  record PopulationAnswer(
      String region,
      LocalDate day,
      long persons,
      long ofWhich,
      List<HolderClass> ofWhichClasses,
      long filed,
      List<ClassCount> classes,
      List<RegionCount> regions) {
    static PopulationAnswer of(Population.Snapshot snapshot, List<HolderClass> ofWhichClasses) {
      return new PopulationAnswer(
          snapshot.region().toString(),
          snapshot.day(),
          snapshot.persons(),
          snapshot.ofWhich(),
          ofWhichClasses,
          snapshot.filed(),
          snapshot.classes().stream()
              .map(each -> new ClassCount(each.holderClass(), each.persons(), each.ofWhich()))
              .toList(),
          snapshot.regions().stream()
              .map(each -> new RegionCount(each.region().toString(), each.persons()))
              .toList());
    }
  }

  @Serdeable
  record PopulationChanges(
      String region,
      LocalDate from,
      LocalDate to,
      long filed,
      long newlyApproved,
      long transferredIn,
      long transferredOut,
      long died,
      long imprisoned,
      long released,
      long classGained,
      long classLost,
      long provenAlive) {
    static PopulationChanges of(Population.Changes changes) {
      return new PopulationChanges(
          changes.region().toString(),
          changes.from(),
          changes.to(),
          changes.filed(),
          changes.newlyApproved(),
          changes.transferredIn(),
          changes.transferredOut(),
          changes.died(),
          changes.imprisoned(),
          changes.released(),
          changes.classGained(),
          changes.classLost(),
          changes.provenAlive());
    }
  }
}
