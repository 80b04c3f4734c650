package org.yongjun.pass.access.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.yongjun.pass.access.Account;
import org.yongjun.pass.access.Accounts;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;

/** What travels over HTTP about the accounts of officers and venue owners. */
final class AccountWire {
  private AccountWire() {}

  /** The roles that an administrator gives. */
  enum OfficeRole {
    CLERK,
    REVIEWER,
    AUDITOR,
    ADMIN
  }

  @Serdeable
  record DutyBody(@NotNull OfficeRole role, @NotNull @Pattern(regexp = "[0-9]{6}") String region) {
    Account.Duty toDomain() {
      return new Account.Duty(Role.valueOf(role.name()), RegionCode.of(region), null);
    }
  }

  @Serdeable
  record NewOfficerRequest(
      @NotNull @Pattern(regexp = SessionWire.LOGIN) String login,
      @NotBlank @Size(max = Account.NAME_LENGTH_MAX) String name,
      @NotNull @Size(min = 1, max = Account.DUTIES_MAX) List<@NotNull @Valid DutyBody> duties) {
    Accounts.NewAccount toDomain() {
      return new Accounts.NewAccount(
          login, name.strip(), duties.stream().map(DutyBody::toDomain).distinct().toList());
    }

    @Override
    public String toString() {
      return "NewOfficerRequest";
    }
  }

  @Serdeable
  record DutyAnswer(Role role, String region, @Nullable String venueId) {}

  /** An account as its office sees it. */
  @Serdeable
  record AccountAnswer(
      String accountId,
      String login,
      String name,
      Account.State state,
      List<DutyAnswer> duties,
      Instant createdAt) {
    static AccountAnswer of(Account account) {
      return new AccountAnswer(
          account.id(),
          account.login(),
          account.name(),
          account.state(),
          account.duties().stream()
              .map(duty -> new DutyAnswer(duty.role(), duty.region().toString(), duty.venueId()))
              .toList(),
          account.createdAt());
    }

    @Override
    public String toString() {
      return "AccountAnswer[" + accountId + "]";
    }
  }

  /** An invitation; the code is shown this once. */
  @Serdeable
  record InvitationAnswer(AccountAnswer account, String inviteCode, Instant inviteExpiresAt) {
    static InvitationAnswer of(Accounts.Invitation invitation) {
      return new InvitationAnswer(
          AccountAnswer.of(invitation.account()), invitation.code(), invitation.expiresAt());
    }

    @Override
    public String toString() {
      return "InvitationAnswer";
    }
  }

  @Serdeable
  record AccountPage(List<AccountAnswer> officers, boolean hasMore, @Nullable String next) {}

  /** What an office may put an account into. */
  enum WantedState {
    ACTIVE,
    SUSPENDED
  }

  @Serdeable
  record StateRequest(@NotNull WantedState state, @NotBlank @Size(max = 200) String reason) {}
}
