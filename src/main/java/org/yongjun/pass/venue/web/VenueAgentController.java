package org.yongjun.pass.venue.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Account;
import org.yongjun.pass.access.Accounts;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Credential;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.access.SecurityProfile;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.venue.Terminal;
import org.yongjun.pass.venue.VenueAgents;

/** A venue's owners and terminals. */
@Controller("/v1/venues/{venueId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class VenueAgentController {
  private static final String LOGIN = "[A-Za-z][A-Za-z0-9._-]{2,39}";

  private final VenueAgents agents;

  VenueAgentController(VenueAgents agents) {
    this.agents = agents;
  }

  @Serdeable
  record TerminalAnswer(
      String terminalId,
      String label,
      Terminal.Kind kind,
      Credential.State state,
      SecurityProfile profile,
      List<String> channels,
      int keyVersion,
      @Nullable Instant pairedAt) {
    static TerminalAnswer of(VenueAgents.StandingTerminal each) {
      return new TerminalAnswer(
          each.terminal().id(),
          each.terminal().label(),
          each.terminal().kind(),
          each.credential().state(),
          each.credential().profile(),
          each.terminal().channels(),
          each.credential().keyVersion(),
          each.credential().pairedAt());
    }
  }

  @Serdeable
  record TerminalList(List<TerminalAnswer> terminals) {}

  @Serdeable
  record NewOwnerRequest(
      @NotNull @Pattern(regexp = LOGIN) String login,
      @NotBlank @Size(max = Account.NAME_LENGTH_MAX) String name) {
    @Override
    public String toString() {
      return "NewOwnerRequest";
    }
  }

  /** The code is shown this once. */
  @Serdeable
  record NewOwnerAnswer(
      String accountId, String login, String inviteCode, Instant inviteExpiresAt) {
    static NewOwnerAnswer of(Accounts.Invitation invitation) {
      return new NewOwnerAnswer(
          invitation.account().id(),
          invitation.account().login(),
          invitation.code(),
          invitation.expiresAt());
    }

    @Override
    public String toString() {
      return "NewOwnerAnswer[" + accountId + "]";
    }
  }

  @Get("/terminals")
  @Secured({
    Role.Names.CLERK,
    Role.Names.REVIEWER,
    Role.Names.AUDITOR,
    Role.Names.ADMIN,
    Role.Names.VENUE_OWNER
  })
  TerminalList listTerminals(@PathVariable String venueId, Caller caller) {
    return new TerminalList(
        Answers.orThrow(agents.listTerminals(caller, venueId)).stream()
            .map(TerminalAnswer::of)
            .toList());
  }

  /** Invites an owner, who signs in as officers do. */
  @Post("/owners")
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  NewOwnerAnswer inviteOwner(
      @PathVariable String venueId, @Body @Valid NewOwnerRequest body, Caller caller) {
    return NewOwnerAnswer.of(
        Answers.orThrow(agents.inviteOwner(caller, venueId, body.login(), body.name().strip())));
  }
}
