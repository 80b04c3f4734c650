package org.yongjun.pass.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.access.People.HTTP;
import static org.yongjun.pass.access.People.duty;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Transactions;

/** Officers and venue owners sign in by password and second factor. */
class AccountSignInTest {
  private static final String HANDAN = "130400";
  private static final int GUESSES = 32;

  @Test
  void anInvitedOfficerSetsAPasswordAndSignsIn() {
    People.Person clerk = People.officer(duty(Role.CLERK, HANDAN));
    StoryHttp.Reply session = HTTP.post("/v1/sessions", null, clerk.signIn(0)).expect(201);
    assertEquals("CLERK", session.text("session/role"));
    assertEquals(HANDAN, session.text("session/region"));
    HTTP.get("/v1/holders", session.text("session/accessToken")).expect(200);
    HTTP.get("/v1/holders?region=340000", session.text("session/accessToken")).expect(403);
    HTTP.post("/v1/sessions", null, Map.of("refreshToken", session.text("session/refreshToken")))
        .expect(201);
  }

  @Test
  void aStepOfTheSecondFactorWorksOnce() {
    People.Person clerk = People.officer(duty(Role.CLERK, HANDAN));
    Map<String, Object> given = clerk.signIn(0);
    HTTP.post("/v1/sessions", null, given).expect(201);
    assertRefused(HTTP.post("/v1/sessions", null, given));
    // Nor does an earlier one after a later one.
    assertRefused(HTTP.post("/v1/sessions", null, clerk.signIn(-1)));
  }

  @Test
  void whoHasSeveralDutiesChoosesOneAndTheCodeStaysGoodForThat() {
    People.Person both = People.officer(duty(Role.CLERK, HANDAN), duty(Role.AUDITOR, "130000"));
    Map<String, Object> given = both.signIn(0);
    List<Map<String, Object>> choices =
        HTTP.post("/v1/sessions", null, given).expect(200).list("choices");
    assertEquals(2, choices.size());
    given.put("choice", choices.getFirst().get("choice"));
    StoryHttp.Reply session = HTTP.post("/v1/sessions", null, given).expect(201);
    assertEquals("AUDITOR", session.text("session/role"));
    assertEquals("130000", session.text("session/region"));
    assertRefused(HTTP.post("/v1/sessions", null, given));
  }

  @Test
  void whateverIsWrongIsAnsweredAlike() {
    People.Person clerk = People.officer(duty(Role.CLERK, HANDAN));
    Map<String, Object> wrongPassword = clerk.signIn(0);
    wrongPassword.put("password", "incorrect horse battery");
    Map<String, Object> wrongLogin = clerk.signIn(0);
    wrongLogin.put("login", People.newLogin());
    Map<String, Object> wrongCode = clerk.signIn(0);
    wrongCode.put("totp", clerk.totp(5));
    List<Map<String, Object>> answers = new ArrayList<>();
    for (Map<String, Object> each : List.of(wrongPassword, wrongLogin, wrongCode)) {
      Map<String, Object> answer = HTTP.post("/v1/sessions", null, each).expect(401).json();
      answer.remove("requestId");
      answers.add(answer);
    }
    assertEquals(answers.get(0), answers.get(1));
    assertEquals(answers.get(0), answers.get(2));
    assertEquals("SIGN_IN_REFUSED", answers.getFirst().get("code"));
  }

  @Test
  void ofThirtyTwoRacingGuessesFiveAreComparedAndTheAccountIsLocked() throws Exception {
    People.Person clerk = People.officer(duty(Role.CLERK, HANDAN));
    SettableClock clock = new SettableClock(Instant.now().truncatedTo(ChronoUnit.MICROS));
    AtomicInteger compared = new AtomicInteger();
    AccountSignIn signIn = over(clock, clerk.accountId(), compared);
    String totp = Totp.standard().code(clerk.totpSecret(), Totp.stepAt(clock.instant()));
    AccountSignIn.Given guess =
        new AccountSignIn.Given(clerk.login(), "incorrect horse battery", totp, null);
    List<Callable<Boolean>> guesses = new ArrayList<>();
    for (int i = 0; i < GUESSES; i++) {
      guesses.add(() -> signIn.signIn(guess, "race", "request-1") instanceof Outcome.Done);
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(GUESSES)) {
      for (Future<Boolean> each : threads.invokeAll(guesses)) {
        assertFalse(each.get());
      }
    }
    assertEquals(AccountSignIn.TRIES_MAX, compared.get());

    AccountSignIn.Given right = new AccountSignIn.Given(clerk.login(), People.PASSWORD, totp, null);
    assertFalse(signIn.signIn(right, "race", "request-1") instanceof Outcome.Done);
    clock.advance(AccountSignIn.LOCK);
    String later = Totp.standard().code(clerk.totpSecret(), Totp.stepAt(clock.instant()));
    AccountSignIn.Given rightLater =
        new AccountSignIn.Given(clerk.login(), People.PASSWORD, later, null);
    assertTrue(signIn.signIn(rightLater, "race", "request-1") instanceof Outcome.Done);
  }

  @Test
  void anInvitationWorksOnceAndItsPasswordMustNotHoldTheLogin() {
    String login = People.newLogin();
    StoryHttp.Reply invited =
        HTTP.post(
                "/v1/officers",
                People.minted(Role.ADMIN, HANDAN),
                Map.of("login", login, "name", "试用者", "duties", List.of(duty(Role.CLERK, HANDAN))))
            .expect(201);
    Map<String, Object> weak =
        Map.of("inviteCode", invited.text("inviteCode"), "password", "x" + login + "x");
    HTTP.post("/v1/invitations/accept", null, weak).expect(400);
    People.accept(invited.text("account/accountId"), invited.text("inviteCode"));
    StoryHttp.Reply again =
        HTTP.post(
            "/v1/invitations/accept",
            null,
            Map.of("inviteCode", invited.text("inviteCode"), "password", People.PASSWORD));
    assertEquals("INVITE_CODE_INVALID", again.expect(409).text("code"));
  }

  @Test
  void anAdministratorInvitesInsideHisOwnRegionAlone() {
    String admin = People.minted(Role.ADMIN, HANDAN);
    Map<String, Object> outside =
        Map.of(
            "login", People.newLogin(),
            "name", "试用者",
            "duties", List.of(duty(Role.CLERK, HANDAN), duty(Role.CLERK, "340200")));
    assertEquals(
        "OUT_OF_REGION", HTTP.post("/v1/officers", admin, outside).expect(403).text("code"));
    HTTP.post("/v1/officers", People.minted(Role.CLERK, HANDAN), outside).expect(403);
    Map<String, Object> inside =
        Map.of(
            "login",
            People.newLogin(),
            "name",
            "试用者",
            "duties",
            List.of(duty(Role.CLERK, "130402")));
    HTTP.post("/v1/officers", admin, inside).expect(201);
    assertEquals("CONFLICT", HTTP.post("/v1/officers", admin, inside).expect(409).text("code"));
  }

  @Test
  void aSuspendedOfficerIsRefusedAtOnceAndComesBackWithTheSamePassword() {
    People.Person clerk = People.officer(duty(Role.CLERK, HANDAN));
    StoryHttp.Reply session = HTTP.post("/v1/sessions", null, clerk.signIn(0)).expect(201);
    String path = "/v1/officers/" + clerk.accountId() + "/state";
    Map<String, String> suspend = Map.of("state", "SUSPENDED", "reason", "调离");
    HTTP.post(path, People.minted(Role.ADMIN, "340000"), suspend).expect(404);
    String admin = People.minted(Role.ADMIN, "130000");
    assertEquals("SUSPENDED", HTTP.post(path, admin, suspend).expect(200).text("state"));

    StoryHttp.Reply refused = HTTP.get("/v1/holders", session.text("session/accessToken"));
    assertEquals("SESSION_ENDED", refused.expect(401).text("code"));
    assertRefused(HTTP.post("/v1/sessions", null, clerk.signIn(0)));
    HTTP.post(path, admin, Map.of("state", "ACTIVE", "reason", "返岗")).expect(200);
    HTTP.post("/v1/sessions", null, clerk.signIn(1)).expect(201);
  }

  @Test
  void nobodySuspendsHimself() {
    People.Person admin = People.officer(duty(Role.ADMIN, HANDAN));
    StoryHttp.Reply session = HTTP.post("/v1/sessions", null, admin.signIn(0)).expect(201);
    HTTP.post(
            "/v1/officers/" + admin.accountId() + "/state",
            session.text("session/accessToken"),
            Map.of("state", "SUSPENDED", "reason", "误操作"))
        .expect(403);
  }

  @Test
  void invitingAgainVoidsThePasswordAndTheSecondFactor() {
    People.Person before = People.officer(duty(Role.CLERK, HANDAN));
    StoryHttp.Reply session = HTTP.post("/v1/sessions", null, before.signIn(0)).expect(201);
    StoryHttp.Reply invited =
        HTTP.post(
                "/v1/officers/" + before.accountId() + "/invitation",
                People.minted(Role.ADMIN, HANDAN),
                "application/json",
                new byte[0])
            .expect(201);
    HTTP.get("/v1/holders", session.text("session/accessToken")).expect(401);
    assertRefused(HTTP.post("/v1/sessions", null, before.signIn(0)));
    People.Person after = People.accept(before.accountId(), invited.text("inviteCode"));
    assertRefused(HTTP.post("/v1/sessions", null, before.signIn(1)));
    HTTP.post("/v1/sessions", null, after.signIn(0)).expect(201);
  }

  @Test
  void anAdministratorSeesTheAccountsOfHisRegionWithoutTheirSecrets() {
    People.Person here = People.officer(duty(Role.CLERK, "450500"));
    People.Person elsewhere = People.officer(duty(Role.CLERK, HANDAN));
    StoryHttp.Reply page =
        HTTP.get("/v1/officers?pageSize=100", People.minted(Role.ADMIN, "450000")).expect(200);
    String text = new String(page.body(), StandardCharsets.UTF_8);
    assertTrue(text.contains(here.accountId()));
    assertFalse(text.contains(elsewhere.accountId()));
    assertFalse(text.contains("argon2") || text.contains("totp"));
  }

  /** The service as the server has it, but for its clock, and counting the passwords compared. */
  private static AccountSignIn over(SettableClock clock, String accountId, AtomicInteger compared) {
    ApplicationContext context = PassServer.context();
    PasswordHasher hasher = context.getBean(PasswordHasher.class);
    String hash =
        context.getBean(AccountStore.class).findSecrets(accountId).orElseThrow().passwordHash();
    PasswordHasher counting =
        new PasswordHasher() {
          @Override
          public String hash(String password) {
            return hasher.hash(password);
          }

          @Override
          public boolean isRight(String password, String stored) {
            if (stored.equals(hash)) {
              compared.incrementAndGet();
            }
            return hasher.isRight(password, stored);
          }
        };
    return new AccountSignIn(
        context.getBean(AccountStore.class),
        context.getBean(Sessions.class),
        new Limits(context.getBean(Quotas.class), context.getBean(KeyedHash.class), clock),
        counting,
        context.getBean(SecretBox.class),
        context.getBean(Journal.class),
        context.getBean(Transactions.class),
        clock,
        new SecureRandom());
  }

  private static void assertRefused(StoryHttp.Reply reply) {
    assertEquals("SIGN_IN_REFUSED", reply.expect(401).text("code"));
  }
}
