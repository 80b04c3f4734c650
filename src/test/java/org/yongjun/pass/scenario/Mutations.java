package org.yongjun.pass.scenario;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Ways to spoil the bytes of a code. */
final class Mutations {
  /** Of y² = x³ − 3x + b over P-256 (FIPS 186-5). */
  private static final BigInteger P256_PRIME =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);

  private static final BigInteger P256_B =
      new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);

  private Mutations() {}

  /** Every bit of every byte, one at a time. */
  static List<UnaryOperator<byte[]>> flips(int length) {
    List<UnaryOperator<byte[]>> all = new ArrayList<>();
    for (int bit = 0; bit < length * 8; bit++) {
      int at = bit;
      // Sixteen seconds ahead lies at the very limit of what a reader tolerates.
      if (at / 8 == 134 && at % 8 == 4) {
        continue;
      }
      all.add(code -> with(code, at / 8, code[at / 8] ^ 1 << at % 8));
    }
    return all;
  }

  /** Each byte set to other values; the code's time is left to the flips. */
  static List<UnaryOperator<byte[]>> replacements(int length, int perByte, Random random) {
    List<UnaryOperator<byte[]>> all = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      for (int n = 0; n < perByte && (i < 131 || i > 134); n++) {
        int at = i;
        int mask = 1 + random.nextInt(255);
        all.add(code -> with(code, at, code[at] ^ mask));
      }
    }
    return all;
  }

  static List<UnaryOperator<byte[]>> truncations(int length) {
    List<UnaryOperator<byte[]>> all = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      int shorter = i;
      all.add(code -> Arrays.copyOf(code, shorter));
    }
    return all;
  }

  /** Up to the longest code that there can be; one that is longer has no text. */
  static List<UnaryOperator<byte[]>> extensions(int most, Random random) {
    List<UnaryOperator<byte[]>> all = new ArrayList<>();
    for (int i = 1; i <= most; i++) {
      byte[] tail = new byte[i];
      random.nextBytes(tail);
      all.add(
          code -> {
            byte[] longer = Arrays.copyOf(code, code.length + tail.length);
            System.arraycopy(tail, 0, longer, code.length, tail.length);
            return longer;
          });
    }
    return all;
  }

  /** Every other pair of nibbles. */
  static List<UnaryOperator<byte[]>> suites() {
    List<UnaryOperator<byte[]>> all = new ArrayList<>();
    for (int i = 1; i < 256; i++) {
      int mask = i;
      all.add(code -> with(code, 1, code[1] ^ mask));
    }
    return all;
  }

  static List<UnaryOperator<byte[]>> keyIds(int count, Random random) {
    List<UnaryOperator<byte[]>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] kid = new byte[4];
      random.nextBytes(kid);
      all.add(
          code -> {
            byte[] changed = code.clone();
            System.arraycopy(kid, 0, changed, 2, 4);
            return changed;
          });
    }
    return all;
  }

  /** 33 bytes that look like a P-256 key and are no point of the curve. */
  static byte[] offCurve(Random random) {
    while (true) {
      BigInteger x = new BigInteger(256, random).mod(P256_PRIME);
      BigInteger square =
          x.pow(3).subtract(x.multiply(BigInteger.valueOf(3))).add(P256_B).mod(P256_PRIME);
      // Euler: a number is a square exactly when this power is one.
      BigInteger half = P256_PRIME.subtract(BigInteger.ONE).shiftRight(1);
      if (!square.modPow(half, P256_PRIME).equals(BigInteger.ONE) && square.signum() != 0) {
        byte[] bytes = x.toByteArray();
        byte[] key = new byte[33];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, key, 33 - length, length);
        key[0] = (byte) (2 + random.nextInt(2));
        return key;
      }
    }
  }

  private static byte[] with(byte[] code, int at, int value) {
    byte[] changed = code.clone();
    changed[at] = (byte) value;
    return changed;
  }
}
