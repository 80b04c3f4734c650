package org.yongjun.pass.access.web;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Credential;
import org.yongjun.pass.access.PublicKeys;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.access.Terminals;
import org.yongjun.pass.platform.web.Answers;

/** The end of a terminal's key, and of a terminal. */
@Controller("/v1/terminals/{terminalId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class TerminalController {
  private final Terminals terminals;
  private final PublicKeys publicKeys;

  TerminalController(Terminals terminals, PublicKeys publicKeys) {
    this.terminals = terminals;
    this.publicKeys = publicKeys;
  }

  @Serdeable
  record RollRequest(@NotNull @Valid PublicJwk publicKey) {}

  @Serdeable
  record RollAnswer(String terminalId, int keyVersion) {}

  @Serdeable
  record RevokeRequest(@NotBlank @Size(max = 200) String reason) {}

  @Serdeable
  record RevokeAnswer(String terminalId, String venueId, Credential.State state) {}

  /** Puts a new key in place of the caller's own, whose tokens are void at once. */
  @Post("/key")
  @Secured({Role.Names.TERMINAL, Role.Names.GATE})
  RollAnswer rollKey(
      @PathVariable String terminalId,
      @Body @Valid RollRequest body,
      Caller caller,
      Authentication authentication) {
    String session =
        Objects.toString(authentication.getAttributes().get(AccessTokens.CLAIM_SESSION), "");
    Credential rolled =
        Answers.orThrow(
            terminals.rollKey(
                caller, terminalId, session, body.publicKey().pointOrRefuse(publicKeys)));
    return new RollAnswer(rolled.id(), rolled.keyVersion());
  }

  /** Revokes a terminal for good. */
  @Post("/revocation")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN, Role.Names.VENUE_OWNER})
  RevokeAnswer revoke(
      @PathVariable String terminalId, @Body @Valid RevokeRequest body, Caller caller) {
    Credential revoked =
        Answers.orThrow(terminals.revoke(caller, terminalId, body.reason().strip()));
    return new RevokeAnswer(revoked.id(), revoked.venueId(), revoked.state());
  }
}
