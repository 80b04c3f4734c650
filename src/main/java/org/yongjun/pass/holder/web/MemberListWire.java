package org.yongjun.pass.holder.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.yongjun.pass.holder.Household;
import org.yongjun.pass.holder.Households;
import org.yongjun.pass.holder.MemberList;
import org.yongjun.pass.holder.Membership;
import org.yongjun.pass.platform.Ids;

/** What travels over HTTP about member lists and households. */
final class MemberListWire {
  private MemberListWire() {}

  @Serdeable
  record NewMemberListRequest(
      @NotNull @Pattern(regexp = MemberList.CODE_PATTERN) String listCode,
      @NotNull @Pattern(regexp = "[0-9]{6}") String region,
      @NotBlank @Size(max = MemberList.TITLE_LENGTH_MAX) String title) {}

  @Serdeable
  record MemberListAnswer(String listCode, String region, String title) {
    static MemberListAnswer of(MemberList list) {
      return new MemberListAnswer(list.code(), list.region().toString(), list.title());
    }
  }

  @Serdeable
  record MemberListPage(List<MemberListAnswer> lists, boolean hasMore, @Nullable String next) {}

  /** Both days are inclusive. */
  @Serdeable
  record NewMemberRequest(
      @NotNull @Pattern(regexp = Ids.GIVEN_PATTERN) String holderId,
      @NotNull LocalDate validFrom,
      @NotNull LocalDate validUntil) {
    /** The dates would tell of a posting. */
    @Override
    public String toString() {
      return "NewMemberRequest";
    }
  }

  @Serdeable
  record EndMemberRequest(@NotNull LocalDate lastDay) {}

  @Serdeable
  record MemberAnswer(
      String membershipId, String holderId, LocalDate validFrom, LocalDate validUntil) {
    static MemberAnswer of(Membership line) {
      return new MemberAnswer(
          line.id(), line.holderId(), line.period().from(), line.period().until());
    }

    @Override
    public String toString() {
      return "MemberAnswer[" + membershipId + "]";
    }
  }

  @Serdeable
  record MemberPage(List<MemberAnswer> members, boolean hasMore, @Nullable String next) {}

  @Serdeable
  record NewHouseholdRequest(@NotNull @Pattern(regexp = "[0-9]{6}") String region) {}

  @Serdeable
  record HouseholdAnswer(String householdId, String region, List<MemberAnswer> members) {
    static HouseholdAnswer of(Households.Lines lines) {
      Household household = lines.household();
      return new HouseholdAnswer(
          household.id(),
          household.region().toString(),
          lines.lines().stream().map(MemberAnswer::of).toList());
    }
  }
}
