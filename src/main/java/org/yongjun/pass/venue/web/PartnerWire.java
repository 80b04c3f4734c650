package org.yongjun.pass.venue.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.venue.PartnerClass;
import org.yongjun.pass.venue.VenueApplication;
import org.yongjun.pass.venue.VenueApplications;
import org.yongjun.pass.venue.VenueCall;
import org.yongjun.pass.venue.VenueCalls;
import org.yongjun.pass.venue.VenueFacilities;
import org.yongjun.pass.venue.VenueFacility;
import org.yongjun.pass.venue.VenueGroup;
import org.yongjun.pass.venue.VenueGroupStore;
import org.yongjun.pass.venue.VenueGroups;
import org.yongjun.pass.venue.VenueStatement;

/** What travels over HTTP about calls, applications, groups and facilities. */
final class PartnerWire {
  private static final int NAME_LENGTH_MAX = 120;

  private PartnerWire() {}

  @Serdeable
  record NewCallRequest(
      @NotNull @Pattern(regexp = "[0-9]{6}") String region,
      @NotBlank @Size(max = NAME_LENGTH_MAX) String title,
      @Nullable @Size(min = 1, max = VenueStatement.EVIDENCE_LENGTH_MAX) String document,
      @NotNull @Pattern(regexp = LifeCycleWire.WORD) String batch,
      @NotNull @Pattern(regexp = PartnerClass.CODE_PATTERN) String partnerClass,
      @NotNull LocalDate opensOn,
      @NotNull LocalDate closesOn) {
    VenueCalls.NewCall toDomain() {
      return new VenueCalls.NewCall(
          RegionCode.of(region),
          title.strip(),
          Optional.ofNullable(document).map(String::strip),
          batch,
          partnerClass,
          opensOn,
          closesOn);
    }
  }

  @Serdeable
  record CallAnswer(
      String callId,
      String region,
      String title,
      @Nullable String document,
      String batch,
      String partnerClass,
      LocalDate opensOn,
      LocalDate closesOn) {
    static CallAnswer of(VenueCall call) {
      return new CallAnswer(
          call.id(),
          call.region().toString(),
          call.title(),
          call.document().orElse(null),
          call.batch(),
          call.partnerClass(),
          call.opensOn(),
          call.closesOn());
    }
  }

  @Serdeable
  record CallPage(List<CallAnswer> calls, boolean hasMore, @Nullable String next) {}

  @Serdeable
  record NewApplicationRequest(
      @NotNull @Pattern(regexp = Ids.GIVEN_PATTERN) String venueId,
      @NotNull @Pattern(regexp = PartnerClass.CODE_PATTERN) String partnerClass,
      @Nullable @Pattern(regexp = Ids.GIVEN_PATTERN) String callId,
      @Nullable LocalDate on,
      @NotBlank @Size(max = VenueStatement.REASON_LENGTH_MAX) String reason,
      @Nullable @Size(min = 1, max = VenueStatement.EVIDENCE_LENGTH_MAX) String evidence) {
    VenueApplications.NewApplication toDomain() {
      return new VenueApplications.NewApplication(
          venueId,
          partnerClass,
          Optional.ofNullable(callId),
          Optional.ofNullable(on),
          reason.strip(),
          Optional.ofNullable(evidence).map(String::strip));
    }
  }

  @Serdeable
  record DecisionRequest(
      @NotNull Boolean approved,
      @NotBlank @Size(max = VenueStatement.REASON_LENGTH_MAX) String reason) {}

  @Serdeable
  record ApplicationAnswer(
      String applicationId,
      String venueId,
      @Nullable String callId,
      String partnerClass,
      VenueApplication.State state,
      LocalDate on,
      String reason,
      @Nullable String evidence,
      String enteredBy,
      Instant enteredAt,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String decisionReason) {
    static ApplicationAnswer of(VenueApplication each) {
      return new ApplicationAnswer(
          each.id(),
          each.venueId(),
          each.callId().orElse(null),
          each.partnerClass(),
          each.state(),
          each.said().on(),
          each.said().reason(),
          each.said().evidence().orElse(null),
          each.enteredBy(),
          each.enteredAt(),
          each.decision().map(VenueApplication.Decision::decidedBy).orElse(null),
          each.decision().map(VenueApplication.Decision::decidedAt).orElse(null),
          each.decision().map(VenueApplication.Decision::reason).orElse(null));
    }
  }

  @Serdeable
  record ApplicationPage(
      List<ApplicationAnswer> applications, boolean hasMore, @Nullable String next) {}

  @Serdeable
  record NewGroupRequest(
      @NotNull @Pattern(regexp = "[0-9]{6}") String region,
      @NotNull VenueGroup.Kind kind,
      @NotBlank @Size(max = NAME_LENGTH_MAX) String name,
      @NotBlank @Size(max = VenueGroup.TAG_LENGTH_MAX) String tag,
      @Nullable LocalDate foundedOn,
      @Nullable @Size(min = 1, max = VenueGroup.ORGANISER_LENGTH_MAX) String organiser) {
    VenueGroups.NewGroup toDomain() {
      return new VenueGroups.NewGroup(
          RegionCode.of(region),
          kind,
          name.strip(),
          tag,
          Optional.ofNullable(foundedOn),
          Optional.ofNullable(organiser).map(String::strip));
    }
  }

  @Serdeable
  record GroupAnswer(
      String groupId,
      String region,
      VenueGroup.Kind kind,
      String name,
      String tag,
      LocalDate foundedOn,
      @Nullable String organiser,
      int members) {
    static GroupAnswer of(VenueGroupStore.Sized each) {
      VenueGroup group = each.group();
      return new GroupAnswer(
          group.id(),
          group.region().toString(),
          group.kind(),
          group.name(),
          group.tag(),
          group.foundedOn(),
          group.organiser().orElse(null),
          each.members());
    }
  }

  @Serdeable
  record GroupPage(List<GroupAnswer> groups, boolean hasMore, @Nullable String next) {}

  @Serdeable
  record MembershipRequest(
      @NotNull @Pattern(regexp = Ids.GIVEN_PATTERN) String venueId,
      @Nullable LocalDate on,
      @NotBlank @Size(max = VenueStatement.REASON_LENGTH_MAX) String reason) {
    VenueStatement said(LocalDate today) {
      return new VenueStatement(on == null ? today : on, reason.strip(), Optional.empty());
    }
  }

  @Serdeable
  record NewFacilityRequest(
      @NotNull VenueFacility.Kind kind,
      @Min(1) @Max(VenueFacility.QUANTITY_MAX) int quantity,
      @Nullable LocalDate since,
      @Nullable @Size(min = 1, max = VenueFacility.NOTE_LENGTH_MAX) String note) {
    VenueFacilities.NewFacility toDomain() {
      return new VenueFacilities.NewFacility(
          kind, quantity, Optional.ofNullable(since), Optional.ofNullable(note).map(String::strip));
    }
  }

  @Serdeable
  record RemovalRequest(@Nullable LocalDate on) {}

  @Serdeable
  record FacilityAnswer(
      String facilityId,
      VenueFacility.Kind kind,
      int quantity,
      LocalDate since,
      @Nullable LocalDate removedOn,
      @Nullable String note) {
    static FacilityAnswer of(VenueFacility each) {
      return new FacilityAnswer(
          each.id(),
          each.kind(),
          each.quantity(),
          each.since(),
          each.removedOn().orElse(null),
          each.note().orElse(null));
    }
  }

  @Serdeable
  record FacilityList(List<FacilityAnswer> facilities) {}
}
