package org.yongjun.pass.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.access.People.HTTP;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/** A holder signs in by a code sent to the phone. */
class HolderSignInTest {
  private static final int RACERS = 16;

  private final String phone = People.newPhone();

  @Test
  void theCodeFromThePhoneOpensASession() {
    People.register(phone, "孙试用");
    StoryHttp.Reply session = signIn(People.otpFor(phone)).expect(201);
    assertEquals("HOLDER", session.text("session/role"));
    assertEquals("130400", session.text("session/region"));
    assertEquals(900, session.number("session/expiresInSeconds"));
    HTTP.get("/v1/certificates", session.text("session/accessToken")).expect(200);
  }

  @Test
  void aCodeWorksOnce() {
    People.register(phone, "孙试用");
    String otp = People.otpFor(phone);
    signIn(otp).expect(201);
    assertRefused(signIn(otp));
  }

  @Test
  void aNewCodeVoidsTheOneBefore() {
    People.register(phone, "孙试用");
    String first = People.otpFor(phone);
    String second = People.otpFor(phone);
    if (!first.equals(second)) {
      assertRefused(signIn(first));
    }
    signIn(second).expect(201);
  }

  @Test
  void afterFiveWrongTriesTheRightCodeIsRefusedToo() {
    People.register(phone, "孙试用");
    String otp = People.otpFor(phone);
    for (int i = 0; i < HolderSignIn.TRIES; i++) {
      assertRefused(signIn(wrong(otp)));
    }
    assertRefused(signIn(otp));
  }

  @Test
  void anUnknownPhoneGetsTheSameAnswers() {
    People.register(phone, "孙试用");
    String unknown = People.newPhone();
    StoryHttp.Reply sentToKnown =
        HTTP.post("/v1/sessions/otp", null, Map.of("phone", phone)).expect(202);
    StoryHttp.Reply sentToUnknown =
        HTTP.post("/v1/sessions/otp", null, Map.of("phone", unknown)).expect(202);
    assertEquals(sentToKnown.json(), sentToUnknown.json());
    HTTP.post("/v1/demo/messages", null, Map.of("phone", unknown)).expect(404);

    Map<String, Object> toKnown = signIn("000000").json();
    Map<String, Object> toUnknown =
        HTTP.post("/v1/sessions", null, Map.of("phone", unknown, "otp", "000000"))
            .expect(401)
            .json();
    toKnown.remove("requestId");
    toUnknown.remove("requestId");
    assertEquals(toKnown, toUnknown);
    assertFalse(toUnknown.toString().contains(unknown));
  }

  @Test
  void aPhoneGetsFiveCodesAnHourKnownOrNot() {
    for (int i = 0; i < HolderSignIn.CODES_PER_PHONE; i++) {
      HTTP.post("/v1/sessions/otp", null, Map.of("phone", phone)).expect(202);
    }
    HTTP.post("/v1/sessions/otp", null, Map.of("phone", phone)).expect(429);
  }

  @Test
  void aFamilyWithOnePhoneChoosesWhoSignsIn() {
    People.register(phone, "孙甲", "欧阳乙");
    String otp = People.otpFor(phone);
    assertRefused(signIn(wrong(otp)));
    StoryHttp.Reply asked = signIn(otp).expect(200);
    List<Map<String, Object>> choices = asked.list("choices");
    assertEquals(2, choices.size());
    String text = new String(asked.body(), StandardCharsets.UTF_8);
    assertTrue(text.contains("孙某（退役军人）") && text.contains("欧阳某（退役军人）"));
    assertFalse(text.contains("孙甲") || text.contains(phone));

    String chosen = choices.get(1).get("choice").toString();
    HTTP.post("/v1/sessions", null, Map.of("phone", phone, "otp", otp, "choice", "not-one-of-them"))
        .expect(400);
    HTTP.post("/v1/sessions", null, Map.of("phone", phone, "otp", otp, "choice", chosen))
        .expect(201);
    // The other member of the family needs a code of his own.
    String other = choices.get(0).get("choice").toString();
    assertRefused(
        HTTP.post("/v1/sessions", null, Map.of("phone", phone, "otp", otp, "choice", other)));
  }

  @Test
  void eachRefreshTokenWorksOnceAndReuseEndsTheSession() {
    People.register(phone, "孙试用");
    StoryHttp.Reply first = signIn(People.otpFor(phone)).expect(201);
    StoryHttp.Reply second = refresh(first.text("session/refreshToken")).expect(201);
    assertNotEquals(first.text("session/refreshToken"), second.text("session/refreshToken"));
    assertEquals(first.text("session/sessionEndsAt"), second.text("session/sessionEndsAt"));
    HTTP.get("/v1/certificates", second.text("session/accessToken")).expect(200);

    assertEnded(refresh(first.text("session/refreshToken")));
    assertEnded(refresh(second.text("session/refreshToken")));
    assertEnded(HTTP.get("/v1/certificates", second.text("session/accessToken")));
  }

  @Test
  void anInventedRefreshTokenHarmsNobody() {
    People.register(phone, "孙试用");
    StoryHttp.Reply session = signIn(People.otpFor(phone)).expect(201);
    String token = session.text("session/refreshToken");
    char last = token.charAt(30);
    String invented = token.substring(0, 30) + (last == 'A' ? 'B' : 'A') + token.substring(31);
    assertEnded(refresh(invented));
    refresh(token).expect(201);
  }

  @Test
  void ofManyWhoSendTheRightCodeAtOnceOneSignsIn() throws Exception {
    People.register(phone, "孙试用");
    String otp = People.otpFor(phone);
    assertEquals(1, race(() -> signIn(otp).expect(201, 401).status() == 201));
  }

  @Test
  void ofManyWhoSendTheSameRefreshTokenAtOnceOneAtMostGoesOn() throws Exception {
    People.register(phone, "孙试用");
    StoryHttp.Reply session = signIn(People.otpFor(phone)).expect(201);
    String token = session.text("session/refreshToken");
    assertEquals(1, race(() -> refresh(token).expect(201, 401).status() == 201));
    assertEnded(HTTP.get("/v1/certificates", session.text("session/accessToken")));
  }

  /** How many of the racing tries succeed. */
  private static long race(Callable<Boolean> one) throws Exception {
    long succeeded = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(RACERS)) {
      for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(RACERS, one))) {
        succeeded += each.get() ? 1 : 0;
      }
    }
    return succeeded;
  }

  @Test
  void signingOutVoidsBothTokensAtOnce() {
    People.register(phone, "孙试用");
    StoryHttp.Reply session = signIn(People.otpFor(phone)).expect(201);
    HTTP.delete("/v1/sessions/current", session.text("session/accessToken")).expect(204);
    assertEnded(HTTP.get("/v1/certificates", session.text("session/accessToken")));
    assertEnded(refresh(session.text("session/refreshToken")));
  }

  @Test
  void halfOfTheSecretsIsNotWellFormed() {
    HTTP.post("/v1/sessions", null, Map.of("phone", phone)).expect(400);
    HTTP.post("/v1/sessions", null, Map.of("phone", phone, "otp", "123456", "totp", "123456"))
        .expect(400);
  }

  @Test
  void aCodeExpiresAfterFiveMinutes() {
    People.register(phone, "孙试用");
    SettableClock clock = new SettableClock(Instant.now().truncatedTo(ChronoUnit.MICROS));
    DemoSms sms = new DemoSms();
    HolderSignIn signIn = over(clock, sms);
    String otp = sent(signIn, sms);
    clock.advance(HolderSignIn.CODE_LIFETIME);
    assertEquals(ProblemCode.OTP_INVALID, refusal(signIn.signIn(phone, otp, null)));

    String next = sent(signIn, sms);
    clock.advance(HolderSignIn.CODE_LIFETIME.minus(Duration.ofSeconds(1)));
    assertTrue(signIn.signIn(phone, next, null) instanceof Outcome.Done);
  }

  @Test
  void withoutASenderTheRefusalSaysWhy() {
    HolderSignIn signIn = over(new SettableClock(Instant.now()), Sms.unavailable());
    Outcome<Duration> refused = signIn.sendCode(phone, "test");
    assertEquals(ProblemCode.UNAVAILABLE, refusal(refused));
    assertTrue(((Outcome.Refused<?>) refused).problem().detail().zh().contains("短信"));
  }

  private String sent(HolderSignIn signIn, DemoSms sms) {
    assertTrue(signIn.sendCode(phone, "test") instanceof Outcome.Done);
    return sms.findLast(phone).orElseThrow().en().replaceFirst(".*code is (\\d{6}).*", "$1");
  }

  /** The service as the server has it, but for its clock and its sender. */
  private static HolderSignIn over(SettableClock clock, Sms sms) {
    ApplicationContext context = PassServer.context();
    KeyedHash hash = context.getBean(KeyedHash.class);
    return new HolderSignIn(
        context.getBean(PhoneDirectory.class),
        context.getBean(OtpStore.class),
        new Limits(context.getBean(Quotas.class), hash, clock),
        sms,
        context.getBean(Sessions.class),
        hash,
        context.getBean(Transactions.class),
        clock,
        new SecureRandom());
  }

  private static Object refusal(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?>(Problem problem)) {
      return problem.code();
    }
    throw new AssertionError("not refused");
  }

  private StoryHttp.Reply signIn(String otp) {
    return HTTP.post("/v1/sessions", null, Map.of("phone", phone, "otp", otp));
  }

  private static StoryHttp.Reply refresh(String token) {
    return HTTP.post("/v1/sessions", null, Map.of("refreshToken", token));
  }

  private static String wrong(String otp) {
    return otp.equals("000000") ? "000001" : "000000";
  }

  private static void assertRefused(StoryHttp.Reply reply) {
    assertEquals("OTP_INVALID", reply.expect(401).text("code"));
  }

  private static void assertEnded(StoryHttp.Reply reply) {
    assertEquals("SESSION_ENDED", reply.expect(401).text("code"));
  }
}
