package org.yongjun.pass.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238, with the truncation of RFC 4226, section 5.3). */
public final class Totp {
  public static final int STEP_SECONDS = 30;
  public static final int SECRET_BYTES = 20;
  public static final int DIGITS = 6;

  /** Clocks may be this many steps apart. */
  private static final int DRIFT_STEPS = 1;

  /** What authenticator apps compute unless told otherwise, and some whatever they are told. */
  private static final Totp STANDARD = new Totp("HmacSHA1", DIGITS);

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BASE32_BITS = 5;

  private final String algorithm;
  private final int digits;

  Totp(String algorithm, int digits) {
    this.algorithm = algorithm;
    this.digits = digits;
  }

  public static Totp standard() {
    return STANDARD;
  }

  public static long stepAt(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
  }

  /** The code of a step, leading zeros included. */
  public String code(byte[] secret, long step) {
    byte[] mac = mac(secret, step);
    int offset = mac[mac.length - 1] & 0xf;
    int truncated = ByteBuffer.wrap(mac, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
    String all = Integer.toString(truncated);
    String padded = "0".repeat(Math.max(0, digits - all.length())) + all;
    return padded.substring(padded.length() - digits);
  }

  /** The step that the code is of, if it is one around {@code now}. */
  OptionalLong findStep(byte[] secret, String code, Instant now) {
    OptionalLong found = OptionalLong.empty();
    for (int drift = -DRIFT_STEPS; drift <= DRIFT_STEPS; drift++) {
      long step = stepAt(now) + drift;
      if (MessageDigest.isEqual(
          code.getBytes(StandardCharsets.UTF_8),
          code(secret, step).getBytes(StandardCharsets.UTF_8))) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** As authenticator apps take a secret: base 32 (RFC 4648, section 6) without padding. */
  public static String base32(byte[] secret) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte each : secret) {
      buffer = buffer << Byte.SIZE | each & 0xff;
      bits += Byte.SIZE;
      while (bits >= BASE32_BITS) {
        bits -= BASE32_BITS;
        text.append(BASE32.charAt(buffer >> bits & 0x1f));
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(BASE32.charAt(buffer << BASE32_BITS - bits & 0x1f));
    }
    return text.toString();
  }

  private byte[] mac(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
