package org.yongjun.pass.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.contract.CheckedHttp;
import org.yongjun.pass.kernel.RegionCode;

/** Officers, owners and holders who sign in over HTTP, each answer held against the contract. */
final class People {
  static final String PASSWORD = "correct horse battery";
  static final StoryHttp HTTP = new StoryHttp(PassServer.url(), CheckedHttp::send);

  private static final AtomicInteger LAST = new AtomicInteger();

  private People() {}

  /** A token that nobody had to sign in for. */
  static String minted(Role role, String region) {
    return PassServer.context()
        .getBean(AccessTokens.class)
        .mint("test-" + role, role, RegionCode.of(region), null, Duration.ofMinutes(10));
  }

  static String newLogin() {
    return "t" + UUID.randomUUID().toString().substring(0, 13);
  }

  /** Somebody with a password and a second factor. */
  record Person(String accountId, String login, byte[] totpSecret) {
    /** The code of the current step, or of one beside it. */
    String totp(int drift) {
      return Totp.standard().code(totpSecret, Totp.stepAt(Instant.now()) + drift);
    }

    Map<String, Object> signIn(int drift) {
      return new HashMap<>(Map.of("login", login, "password", PASSWORD, "totp", totp(drift)));
    }
  }

  /** Takes up an invitation. */
  static Person accept(String accountId, String inviteCode) {
    StoryHttp.Reply accepted =
        HTTP.post(
                "/v1/invitations/accept",
                null,
                Map.of("inviteCode", inviteCode, "password", PASSWORD))
            .expect(201);
    return new Person(accountId, accepted.text("login"), fromBase32(accepted.text("totpSecret")));
  }

  @SafeVarargs
  static Person officer(Map<String, String>... duties) {
    List<Map<String, String>> all = new ArrayList<>();
    for (Map<String, String> each : duties) {
      all.add(each);
    }
    StoryHttp.Reply invited =
        HTTP.post(
                "/v1/officers",
                minted(Role.ADMIN, "000000"),
                Map.of("login", newLogin(), "name", "试用者", "duties", all))
            .expect(201);
    return accept(invited.text("account/accountId"), invited.text("inviteCode"));
  }

  static Map<String, String> duty(Role role, String region) {
    return Map.of("role", role.name(), "region", region);
  }

  /** Registers holders with this phone; answers nothing, as a sign-in finds them by the phone. */
  static void register(String phone, String... names) {
    StringBuilder csv = new StringBuilder("姓名,身份证号,手机号,类别,属地,优待证号,立功等级,残疾等级,生效日期,有效期\n");
    for (String name : names) {
      csv.append(name)
          .append(',')
          .append(idNumber(LAST.incrementAndGet()))
          .append(',')
          .append(phone)
          .append(",退役军人,130400,,,,2026-01-01,2029-12-31\n");
    }
    long created =
        HTTP.post(
                "/v1/holders/imports",
                minted(Role.CLERK, "130400"),
                "text/csv",
                csv.toString().getBytes(StandardCharsets.UTF_8))
            .expect(200)
            .number("created");
    if (created != names.length) {
      throw new AssertionError("created " + created);
    }
  }

  /** A phone that no other test has. */
  static String newPhone() {
    return "197%08d".formatted(LAST.incrementAndGet());
  }

  /** What the demonstration shows instead of sending it. */
  static String otpFor(String phone) {
    HTTP.post("/v1/sessions/otp", null, Map.of("phone", phone)).expect(202);
    String message =
        HTTP.post("/v1/demo/messages", null, Map.of("phone", phone)).expect(200).text("en");
    return message.replaceFirst(".*code is (\\d{6}).*", "$1");
  }

  private static String idNumber(int sequence) {
    String body = "130481%04d0203%03d".formatted(1931 + sequence / 1000, sequence % 1000);
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (body.charAt(i) - '0') * weights[i];
    }
    return body + "10X98765432".charAt(sum % 11);
  }

  private static byte[] fromBase32(String text) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    byte[] bytes = new byte[text.length() * 5 / 8];
    int buffer = 0;
    int bits = 0;
    int next = 0;
    for (char each : text.toCharArray()) {
      buffer = (buffer << 5 | alphabet.indexOf(each)) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[next++] = (byte) (buffer >> bits);
      }
    }
    return bytes;
  }
}
