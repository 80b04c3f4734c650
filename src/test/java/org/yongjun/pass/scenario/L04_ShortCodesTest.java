package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryTerminal;

/**
 * Goal: a short code is good for one redemption within three minutes, and guessing is locked
 * without a hint. Method: codes of one phone; made-up codes whose check digit is computed here; 40
 * guesses at once.
 */
class L04_ShortCodesTest {
  private static final Map<String, Long> BILL = Map.of("GOODS", 1000L);

  private final Scene scene = Scene.open();
  private final StoryTerminal till = scene.counter("PHARMACY");
  private final Device phone = Device.bind(scene, scene.register("VETERAN"));
  private long nextGuess = System.nanoTime();

  @Test
  void verifyingDoesNotSpendItAndRedeemingDoes() {
    String code = draw();
    assertTrue(code.matches("70[0-9]{18}"), "twenty digits");
    assertEquals(code.charAt(19) - '0', luhn(code.substring(0, 19)));
    assertEquals(true, till.verify(code, BILL).at("accepted"));
    StoryHttp.Reply again = till.verify(code, BILL);
    till.redeem(Scene.key(), code, BILL).expect(201);
    assertEquals("REPLAYED", till.redeem(Scene.key(), code, BILL).text("code"));
    assertEquals("REPLAYED", till.redeem(Scene.key(), again.text("verificationId")).text("code"));
    assertEquals("REPLAYED", till.verify(code, BILL).text("reason"));
  }

  @Test
  void twoTillsAtOnceGetOneRedemption() {
    StoryTerminal other = scene.counter("PHARMACY");
    String code = draw();
    List<Callable<StoryHttp.Reply>> calls = new ArrayList<>();
    for (StoryTerminal each : List.of(till, other, till, other)) {
      calls.add(() -> each.redeem(Scene.key(), code, BILL));
    }
    List<Integer> statuses =
        Together.call(calls).stream().map(StoryHttp.Reply::status).sorted().toList();
    assertEquals(List.of(201, 409, 409, 409), statuses);
  }

  @Test
  void aWrongCheckDigitIsMalformedAndNoGuess() {
    for (int i = 0; i < 12; i++) {
      assertEquals("MALFORMED", till.verify(wrong(guess()), BILL).text("reason"));
    }
    assertEquals("MALFORMED", till.verify("71" + guess().substring(2), BILL).text("reason"));
    assertEquals("MALFORMED", till.verify(guess() + "0", BILL).text("reason"));
    assertEquals("MALFORMED", till.verify(guess().substring(1), BILL).text("reason"));
    assertEquals(true, till.verify(draw(), BILL).at("accepted"));
  }

  @Test
  void anExpiredCodeIsAnsweredLikeOneThatNeverWas() {
    String code = draw();
    Sql.update("UPDATE short_code SET expires_at = created_at");
    StoryHttp.Reply expired = till.verify(code, BILL);
    StoryHttp.Reply unknown = till.verify(guess(), BILL);
    assertEquals("STALE_CODE", expired.text("reason"));
    assertEquals(new String(unknown.body()), new String(expired.body()));
  }

  @Test
  void theCodeOfALostPhoneIsRefused() {
    String code = draw();
    phone.revoke("LOST_PHONE").expect(200);
    assertEquals("REVOKED", till.verify(code, BILL).text("reason"));
    assertEquals(409, phone.shortCode().status());
  }

  @Test
  void theEleventhGuessWithinTenMinutesFindsTheTerminalLockedForGoodCodesToo() {
    String good = draw();
    List<Callable<StoryHttp.Reply>> guesses = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String guess = guess();
      guesses.add(() -> till.redeem(Scene.key(), guess, BILL));
    }
    List<StoryHttp.Reply> answers = Together.call(guesses);
    assertEquals(10, answers.stream().filter(each -> each.status() == 422).count());
    assertEquals(30, answers.stream().filter(each -> each.status() == 429).count());
    StoryHttp.Reply known = till.redeem(Scene.key(), good, BILL);
    StoryHttp.Reply unknown = till.redeem(Scene.key(), guess(), BILL);
    assertEquals("TOO_MANY_REQUESTS", known.text("code"));
    assertEquals(known.text("detail"), unknown.text("detail"));
    assertEquals(true, till.verify(phone.show(), BILL).at("accepted"));
    StoryTerminal other = scene.counter("PHARMACY");
    assertEquals(true, other.verify(good, BILL).at("accepted"));
    Sql.update("UPDATE guess_slot SET taken_at = taken_at - INTERVAL 11 MINUTE");
    till.redeem(Scene.key(), good, BILL).expect(201);
  }

  @Test
  void theDatabaseHasNoDigits() {
    String code = draw();
    long found =
        Sql.number(
            "SELECT COUNT(*) FROM short_code WHERE HEX(code_hash) LIKE CONCAT('%', HEX(?), '%')"
                + " OR code_hash = UNHEX(SHA2(?, 256))",
            code, code);
    assertEquals(0, found);
    assertFalse(code.isEmpty());
  }

  private String draw() {
    return phone.shortCode().expect(201).text("code");
  }

  /** Digits that nobody drew, with a right check digit. */
  private synchronized String guess() {
    nextGuess++;
    String body = "70%017d".formatted(Math.floorMod(nextGuess, 100_000_000_000_000_000L));
    return body + luhn(body);
  }

  private static String wrong(String code) {
    int last = (code.charAt(19) - '0' + 1) % 10;
    return code.substring(0, 19) + last;
  }

  /** From the definition: the whole sum, check digit included, divides by ten. */
  private static int luhn(String body) {
    for (int check = 0; check < 10; check++) {
      String whole = body + check;
      int sum = 0;
      for (int i = 0; i < whole.length(); i++) {
        int digit = whole.charAt(whole.length() - 1 - i) - '0';
        int weighted = i % 2 == 0 ? digit : digit * 2;
        sum += weighted / 10 + weighted % 10;
      }
      if (sum % 10 == 0) {
        return check;
      }
    }
    throw new AssertionError("some digit fits");
  }
}
