package org.yongjun.pass.certificate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;

/** Twenty digits that stand for a phone's certificate for three minutes, where no camera reads. */
public final class ShortCodes {
  public static final Duration LIFETIME = Duration.ofSeconds(180);
  public static final String KEY_LABEL = "short-code-digest";
  public static final int KEY_BYTES = 32;

  /** Nobody needs more of them within three minutes. */
  public static final int LIVE_MAX = 20;

  /** Expired codes are kept this long, for whoever looks into a complaint. */
  private static final Duration KEPT = Duration.ofDays(1);

  private static final int DELETED_AT_ONCE = 1_000;
  private static final int TRIES = 3;
  private static final String ALGORITHM = "HmacSHA256";

  private final ShortCodeStore codes;
  private final CertificateStore certificates;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom random;
  private final SecretKeySpec key;

  public ShortCodes(
      ShortCodeStore codes,
      CertificateStore certificates,
      Ids ids,
      Clock clock,
      SecureRandom random,
      byte[] key) {
    this.codes = codes;
    this.certificates = certificates;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** A code as its holder gets it, once. */
  public record Issued(String digits, Instant expiresAt) {
    /** Without the digits. */
    @Override
    public String toString() {
      return "Issued[" + expiresAt + "]";
    }
  }

  /**
   * A live code.
   *
   * @param id what a visit is opened under
   * @param certificate the newest of its binding
   */
  public record Live(String id, Certificate certificate) {}

  /** Draws a code for the newest active phone of the holder. */
  public Outcome<Issued> issue(Caller holder) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<Binding> binding =
        certificates.listNewestOf(holder.id()).stream()
            .filter(each -> now.isBefore(each.expiresAt()))
            .map(Certificate::binding)
            .filter(each -> each.kind() == Binding.Kind.DEVICE)
            .filter(each -> each.state() == Binding.State.ACTIVE)
            .max(Comparator.comparing(Binding::createdAt).thenComparing(Binding::index));
    if (binding.isEmpty()) {
      return Certificates.notEntitled();
    }
    String bindingId = binding.get().id();
    if (codes.countLive(bindingId, now) >= LIVE_MAX) {
      return Outcome.refused(ProblemCode.TOO_MANY_REQUESTS);
    }
    for (int tries = 0; tries < TRIES; tries++) {
      String digits = ShortCodeText.draw(random);
      Instant expiresAt = now.plus(LIFETIME);
      if (codes.insert(
          new ShortCodeStore.Row(ids.next(), hash(digits), bindingId, now, expiresAt))) {
        return Outcome.done(new Issued(digits, expiresAt));
      }
    }
    return Outcome.refused(Problem.of(ProblemCode.UNAVAILABLE, "请稍候重试", "Try again in a moment"));
  }

  /** The code with these digits; empty for one that never was and for one that has expired. */
  public Optional<Live> find(String digits) {
    return codes
        .findLive(hash(digits), clock.instant())
        .flatMap(
            row ->
                certificates
                    .findBinding(row.bindingId())
                    .flatMap(certificates::findNewest)
                    .map(certificate -> new Live(row.id(), certificate)));
  }

  /** Forgets codes that have long expired. */
  public int deleteExpired() {
    return codes.deleteExpired(clock.instant().minus(KEPT), DELETED_AT_ONCE);
  }

  private byte[] hash(String digits) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
