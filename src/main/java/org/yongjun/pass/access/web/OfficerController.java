package org.yongjun.pass.access.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
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
import org.yongjun.pass.access.Account;
import org.yongjun.pass.access.Accounts;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.access.web.AccountWire.AccountAnswer;
import org.yongjun.pass.access.web.AccountWire.AccountPage;
import org.yongjun.pass.access.web.AccountWire.InvitationAnswer;
import org.yongjun.pass.access.web.AccountWire.NewOfficerRequest;
import org.yongjun.pass.access.web.AccountWire.StateRequest;
import org.yongjun.pass.access.web.AccountWire.WantedState;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Cursor;

/**
 * An administrator's view of who may act for the office in his region, owners of venues included.
 */
@Controller("/v1/officers")
@Secured(Role.Names.ADMIN)
@ExecuteOn(TaskExecutors.BLOCKING)
class OfficerController {
  private final Accounts accounts;

  OfficerController(Accounts accounts) {
    this.accounts = accounts;
  }

  @Post
  @Status(HttpStatus.CREATED)
  InvitationAnswer invite(@Body @Valid NewOfficerRequest body, Caller caller) {
    return InvitationAnswer.of(Answers.orThrow(accounts.inviteOfficer(caller, body.toDomain())));
  }

  @Get
  AccountPage list(
      Caller caller,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Accounts.PAGE_SIZE_MAX) int pageSize) {
    List<Account> found = accounts.list(caller, Cursor.read(cursor), pageSize + 1);
    boolean hasMore = found.size() > pageSize;
    List<Account> page = hasMore ? found.subList(0, pageSize) : found;
    return new AccountPage(
        page.stream().map(AccountAnswer::of).toList(),
        hasMore,
        hasMore ? Cursor.of(page.getLast().id()) : null);
  }

  /** Suspends an account, which ends its sessions at once, or lets it sign in again. */
  @Post("/{officerId}/state")
  AccountAnswer setState(
      @PathVariable String officerId, @Body @Valid StateRequest body, Caller caller) {
    return AccountAnswer.of(
        Answers.orThrow(
            accounts.setSuspended(
                caller, officerId, body.state() == WantedState.SUSPENDED, body.reason().strip())));
  }

  /** Invites anew somebody who lost the password, the second factor or the invitation. */
  @Post("/{officerId}/invitation")
  @Status(HttpStatus.CREATED)
  InvitationAnswer inviteAgain(@PathVariable String officerId, Caller caller) {
    return InvitationAnswer.of(Answers.orThrow(accounts.inviteAgain(caller, officerId)));
  }
}
