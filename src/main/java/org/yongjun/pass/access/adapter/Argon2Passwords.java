package org.yongjun.pass.access.adapter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.yongjun.pass.access.PasswordHasher;

/**
 * Argon2id (RFC 9106) with a secret of the installation's, so that the database alone is no use to
 * a guesser. The stored text is {@code $argon2id$v=19$m=…,t=…,p=…$salt$tag}.
 */
public final class Argon2Passwords implements PasswordHasher {
  /** The label under which the secret is derived. */
  public static final String KEY_LABEL = "access/password";

  public static final int KEY_BYTES = 32;

  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int TAG_BYTES = 32;

  /** Each computation takes {@value #MEMORY_KIB} KiB; more callers than this wait in turn. */
  private static final int CONCURRENT_MAX = 4;

  private static final Pattern STORED =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

  private final byte[] secret;
  private final SecureRandom random;
  private final Semaphore turns = new Semaphore(CONCURRENT_MAX, true);

  /**
   * @param secret may be empty
   */
  public Argon2Passwords(byte[] secret, SecureRandom random) {
    this.secret = secret.clone();
    this.random = random;
  }

  @Override
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] tag = tag(password, parameters(MEMORY_KIB, ITERATIONS, LANES, salt), TAG_BYTES);
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            MEMORY_KIB,
            ITERATIONS,
            LANES,
            ENCODER.encodeToString(salt),
            ENCODER.encodeToString(tag));
  }

  @Override
  public boolean isRight(String password, String hash) {
    Matcher stored = STORED.matcher(hash);
    if (!stored.matches()) {
      throw new IllegalStateException("a stored password hash is not one of Argon2id");
    }
    byte[] expected = Base64.getDecoder().decode(stored.group(5));
    Argon2Parameters parameters =
        parameters(
            Integer.parseInt(stored.group(1)),
            Integer.parseInt(stored.group(2)),
            Integer.parseInt(stored.group(3)),
            Base64.getDecoder().decode(stored.group(4)));
    return MessageDigest.isEqual(expected, tag(password, parameters, expected.length));
  }

  private Argon2Parameters parameters(int memoryKib, int iterations, int lanes, byte[] salt) {
    return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withMemoryAsKB(memoryKib)
        .withIterations(iterations)
        .withParallelism(lanes)
        .withSalt(salt)
        .withSecret(secret)
        .build();
  }

  private byte[] tag(String password, Argon2Parameters parameters, int length) {
    turns.acquireUninterruptibly();
    try {
      return tag(password.getBytes(StandardCharsets.UTF_8), parameters, length);
    } finally {
      turns.release();
    }
  }

  static byte[] tag(byte[] password, Argon2Parameters parameters, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters);
    byte[] tag = new byte[length];
    generator.generateBytes(password, tag);
    return tag;
  }
}
