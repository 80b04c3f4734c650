package org.yongjun.pass.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;

/**
 * The one place that looks, before any controller runs, whether what a token stands for still
 * stands: a revoked terminal, a rolled key and an ended session are refused at once, however long
 * their token would run.
 */
public final class AccessGuard {
  private final CredentialStore credentials;
  private final Sessions sessions;

  public AccessGuard(CredentialStore credentials, Sessions sessions) {
    this.credentials = credentials;
    this.sessions = sessions;
  }

  /**
   * Why this call is refused, or empty.
   *
   * @param session the claim {@link AccessTokens#CLAIM_SESSION}; null in a token minted locally
   */
  public Optional<Problem> objection(
      String id, Role role, @Nullable String session, String method, String path) {
    if (role == Role.TERMINAL || role == Role.GATE) {
      return objectionToTerminal(id, session, method, path);
    }
    return session == null || sessions.stands(session)
        ? Optional.empty()
        : Optional.of(Problem.of(ProblemCode.SESSION_ENDED));
  }

  private Optional<Problem> objectionToTerminal(
      String id, @Nullable String session, String method, String path) {
    Credential credential = credentials.findById(id).orElse(null);
    if (credential == null) {
      // A token minted locally may name no terminal at all; whatever needs one refuses it then.
      return session == null
          ? Optional.empty()
          : Optional.of(Problem.of(ProblemCode.NOT_SIGNED_IN));
    }
    if (credential.state() == Credential.State.REVOKED) {
      return Optional.of(Problem.of(ProblemCode.TERMINAL_REVOKED));
    }
    if (session != null && !session.equals(credential.session())) {
      return Optional.of(Problem.of(ProblemCode.SESSION_ENDED));
    }
    return credential.profile().allows(method, path)
        ? Optional.empty()
        : Optional.of(notInProfile(credential.profile()));
  }

  private static Problem notInProfile(SecurityProfile profile) {
    return Problem.of(
        ProblemCode.NOT_ALLOWED,
        "此终端的安全配置为 " + profile + "，不允许此项调用；请改用其他终端，或由管理单位另配终端",
        "This terminal's security profile is "
            + profile
            + ", which does not allow this call; use another terminal or have one with a wider"
            + " profile paired");
  }
}
