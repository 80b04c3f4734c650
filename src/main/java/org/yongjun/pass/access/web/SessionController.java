package org.yongjun.pass.access.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.AccountSignIn;
import org.yongjun.pass.access.HolderSignIn;
import org.yongjun.pass.access.Sessions;
import org.yongjun.pass.access.SignInAnswer;
import org.yongjun.pass.access.web.SessionWire.AcceptAnswer;
import org.yongjun.pass.access.web.SessionWire.AcceptRequest;
import org.yongjun.pass.access.web.SessionWire.OtpAnswer;
import org.yongjun.pass.access.web.SessionWire.OtpRequest;
import org.yongjun.pass.access.web.SessionWire.SignInOutcome;
import org.yongjun.pass.access.web.SessionWire.SignInRequest;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.RequestIds;

/** How people sign in, stay signed in and sign out. */
@Controller("/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class SessionController {
  private final HolderSignIn holders;
  private final AccountSignIn accounts;
  private final Sessions sessions;
  private final Sources sources;

  SessionController(
      HolderSignIn holders, AccountSignIn accounts, Sessions sessions, Sources sources) {
    this.holders = holders;
    this.accounts = accounts;
    this.sessions = sessions;
    this.sources = sources;
  }

  /** Sends a sign-in code to a holder's phone; for any other phone the answer is the same. */
  @Post("/sessions/otp")
  @Status(HttpStatus.ACCEPTED)
  OtpAnswer sendCode(@Body @Valid OtpRequest body, HttpRequest<?> request) {
    Answers.orThrow(holders.sendCode(body.phone(), sources.of(request)));
    return OtpAnswer.standard();
  }

  /** 201 with a session; 200 where the caller has to choose who, or in which role, to be. */
  @Post("/sessions")
  HttpResponse<SignInOutcome> signIn(@Body @Valid SignInRequest body, HttpRequest<?> request) {
    SignInOutcome outcome = SignInOutcome.of(Answers.orThrow(answerTo(body, request)));
    return (outcome.session() == null ? HttpResponse.ok(outcome) : HttpResponse.created(outcome))
        .header("Cache-Control", "no-store");
  }

  private Outcome<? extends SignInAnswer> answerTo(SignInRequest body, HttpRequest<?> request) {
    if (body.isByPhone()) {
      return holders.signIn(body.phone(), body.otp(), body.choice());
    }
    if (body.isByPassword()) {
      return accounts.signIn(
          new AccountSignIn.Given(body.login(), body.password(), body.totp(), body.choice()),
          sources.of(request),
          RequestIds.of(request));
    }
    if (body.isRefresh()) {
      return sessions.refresh(body.refreshToken(), RequestIds.of(request));
    }
    return Outcome.refused(
        Problem.invalid(
            "/",
            "请提供 phone 与 otp，或 login、password 与 totp，或 refreshToken，三者择一",
            "Send phone and otp, or login, password and totp, or refreshToken"));
  }

  /** Signs out: the access token and the refresh token are void at once. */
  @Delete("/sessions/current")
  @Status(HttpStatus.NO_CONTENT)
  @Secured(SecurityRule.IS_AUTHENTICATED)
  void signOut(Authentication authentication) {
    Object session = authentication.getAttributes().get(AccessTokens.CLAIM_SESSION);
    if (session != null) {
      sessions.end(session.toString());
    }
  }

  /** Takes up an invitation: sets the password, and answers the second factor's secret once. */
  @Post("/invitations/accept")
  @Status(HttpStatus.CREATED)
  AcceptAnswer accept(@Body @Valid AcceptRequest body, HttpRequest<?> request) {
    return AcceptAnswer.of(
        Answers.orThrow(
            accounts.activate(
                body.inviteCode().strip(),
                body.password(),
                sources.of(request),
                RequestIds.of(request))));
  }
}
