package org.yongjun.pass.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/**
 * Signs holders in by a code sent to their phone. Nobody learns from an answer whether a phone is
 * known: a code is kept for every phone, and only sent to a known one.
 */
public final class HolderSignIn {
  public static final Duration CODE_LIFETIME = Duration.ofMinutes(5);
  public static final int TRIES = 5;
  public static final int CODES_PER_PHONE = 5;

  /** Thousands of phones may share one address of a mobile network. */
  public static final int CODES_PER_SOURCE = 300;

  /** How long a phone stays signed in that refreshes its token. */
  public static final Duration SESSION_LIFETIME = Duration.ofDays(180);

  private static final int CODE_BOUND = 1_000_000;
  private static final int CHOICE_BYTES = 16;

  private final PhoneDirectory phones;
  private final OtpStore codes;
  private final Limits limits;
  private final Sms sms;
  private final Sessions sessions;
  private final KeyedHash hash;
  private final Transactions transactions;
  private final Clock clock;
  private final SecureRandom random;

  public HolderSignIn(
      PhoneDirectory phones,
      OtpStore codes,
      Limits limits,
      Sms sms,
      Sessions sessions,
      KeyedHash hash,
      Transactions transactions,
      Clock clock,
      SecureRandom random) {
    this.phones = phones;
    this.codes = codes;
    this.limits = limits;
    this.sms = sms;
    this.sessions = sessions;
    this.hash = hash;
    this.transactions = transactions;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Sends a code, if the phone is a holder's.
   *
   * @param phone 11 digits
   * @param source the network address of whoever asks
   * @return for how long a code that was sent holds; TOO_MANY_REQUESTS; UNAVAILABLE without a
   *     sender
   */
  public Outcome<Duration> sendCode(String phone, String source) {
    if (!sms.isAvailable()) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.UNAVAILABLE,
              "尚未配置短信通道，无法发送验证码；请联系退役军人事务部门",
              "No sender of short messages is configured, so no code can be sent; ask the office"));
    }
    if (!limits.take("otp-source", source, CODES_PER_SOURCE)
        || !limits.take("otp-phone", phone, CODES_PER_PHONE)) {
      return Outcome.refused(ProblemCode.TOO_MANY_REQUESTS);
    }
    String code = "%06d".formatted(random.nextInt(CODE_BOUND));
    codes.put(phoneHash(phone), codeHash(phone, code), TRIES, clock.instant().plus(CODE_LIFETIME));
    if (!phones.listByPhone(phone).isEmpty()) {
      sms.send(phone, message(code));
    }
    return Outcome.done(CODE_LIFETIME);
  }

  /**
   * Opens a session by the code; where several holders share the phone, asks which.
   *
   * @param choice one of the choices of the answer before, or null
   * @return OTP_INVALID for a wrong, spent or expired code, and when its tries are used up
   */
  public Outcome<SignInAnswer> signIn(String phone, String code, @Nullable String choice) {
    return transactions.write(
        () -> {
          Instant now = clock.instant();
          if (!codes.takeTry(phoneHash(phone), now)) {
            return Outcome.refused(ProblemCode.OTP_INVALID);
          }
          List<String> holders = phones.listByPhone(phone);
          if (choice == null && holders.size() > 1) {
            return isRight(phone, code, now)
                ? Outcome.done(new SignInAnswer.Choose(choices(phone, code, holders)))
                : Outcome.refused(ProblemCode.OTP_INVALID);
          }
          Optional<String> chosen =
              holders.stream()
                  .filter(id -> choice == null || choice.equals(choiceId(phone, code, id)))
                  .findFirst();
          if (chosen.isEmpty()) {
            return choice != null && isRight(phone, code, now)
                ? Outcome.refused(Problem.invalid("/choice", "没有此选项", "There is no such choice"))
                : Outcome.refused(ProblemCode.OTP_INVALID);
          }
          return open(phone, code, chosen.get(), now);
        });
  }

  private Outcome<SignInAnswer> open(String phone, String code, String holderId, Instant now) {
    if (!codes.spend(phoneHash(phone), codeHash(phone, code), now)) {
      return Outcome.refused(ProblemCode.OTP_INVALID);
    }
    return phones
        .findEntry(holderId)
        .<Outcome<SignInAnswer>>map(
            entry ->
                Outcome.done(
                    sessions.open(
                        new Principal(holderId, Role.HOLDER, entry.homeRegion(), null),
                        SESSION_LIFETIME)))
        .orElseGet(() -> Outcome.refused(ProblemCode.OTP_INVALID));
  }

  /** A right code costs no try, or the choice could use up the last one. */
  private boolean isRight(String phone, String code, Instant now) {
    return codes.returnTry(phoneHash(phone), codeHash(phone, code), now);
  }

  private List<SignInAnswer.Choice> choices(String phone, String code, List<String> holders) {
    return holders.stream()
        .flatMap(id -> phones.findEntry(id).stream())
        .map(
            entry -> new SignInAnswer.Choice(choiceId(phone, code, entry.holderId()), label(entry)))
        .toList();
  }

  /** Bound to the code, so that it means nothing once the code is spent. */
  private String choiceId(String phone, String code, String holderId) {
    byte[] all = hash.of("otp-choice", phone, code, holderId);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(all, CHOICE_BYTES));
  }

  private static Text label(PhoneDirectory.Entry entry) {
    List<Text> classes = entry.classes().list().stream().map(HolderClass::text).toList();
    return new Text(
        entry.maskedName() + "（" + String.join("、", classes.stream().map(Text::zh).toList()) + "）",
        entry.maskedName()
            + " ("
            + String.join(", ", classes.stream().map(Text::en).toList())
            + ")");
  }

  private static Text message(String code) {
    return new Text(
        "【拥军码】验证码 " + code + "，5 分钟内有效。任何人索要均勿告知。",
        "[Yongjun Pass] Your code is " + code + ", good for 5 minutes. Give it to nobody.");
  }

  private byte[] phoneHash(String phone) {
    return hash.of("otp-phone", phone);
  }

  private byte[] codeHash(String phone, String code) {
    return hash.of("otp-code", phone, code);
  }
}
