package org.yongjun.pass.vectors;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.yongjun.pass.offline.token.Algorithm;

/**
 * A key that is derived from its name and signs the same message the same way each time: a file of
 * vectors can be written again byte for byte. Such keys protect nothing.
 */
final class VectorKey {
  static final String SM2_USER_ID = "1234567812345678";

  /** Order of the base point of Ed25519 (RFC 8032 §5.1). */
  static final BigInteger ED25519_ORDER =
      BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private final Algorithm algorithm;
  private final byte[] seed;

  private VectorKey(Algorithm algorithm, byte[] seed) {
    this.algorithm = algorithm;
    this.seed = seed;
  }

  static VectorKey named(Algorithm algorithm, String name) {
    byte[] text = ("yongjun-pass test vector key " + algorithm + " " + name).getBytes(ascii());
    return new VectorKey(algorithm, sha256(text));
  }

  Algorithm algorithm() {
    return algorithm;
  }

  /** The 33-byte form. */
  byte[] raw() {
    if (algorithm == Algorithm.ED25519) {
      byte[] raw = new byte[33];
      System.arraycopy(edwards().generatePublicKey().getEncoded(), 0, raw, 1, 32);
      return raw;
    }
    return curve(algorithm).getG().multiply(elliptic().getD()).getEncoded(true);
  }

  /** The affine y of a key that is not of Ed25519, 32 bytes. */
  byte[] y() {
    return Arrays.copyOfRange(
        curve(algorithm).getG().multiply(elliptic().getD()).getEncoded(false), 33, 65);
  }

  byte[] sign(byte[] message) {
    return switch (algorithm) {
      case ED25519 -> signEdwards(message);
      case P256 -> signEcdsa(message);
      case SM2 -> signSm2(message, SM2_USER_ID);
    };
  }

  /** With another user id than the format's, which no reader may accept. */
  byte[] signSm2(byte[] message, String userId) {
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
    SecureRandom nonce = new HashStream(concat(seed, message));
    signer.init(
        true,
        new ParametersWithID(
            new ParametersWithRandom(elliptic(), nonce), userId.getBytes(ascii())));
    signer.update(message, 0, message.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The order of the base point: r and s lie below it. */
  static BigInteger order(Algorithm algorithm) {
    return algorithm == Algorithm.ED25519 ? ED25519_ORDER : curve(algorithm).getN();
  }

  /** The first key, counting up, that no point of the curve has. */
  static byte[] offCurve(Algorithm algorithm) {
    byte[] raw = new byte[33];
    raw[0] = (byte) (algorithm == Algorithm.ED25519 ? 0 : 2);
    do {
      raw[20]++;
    } while (isPoint(algorithm, raw));
    return raw;
  }

  private static boolean isPoint(Algorithm algorithm, byte[] raw) {
    if (algorithm == Algorithm.ED25519) {
      return org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyPartial(raw, 1);
    }
    try {
      return curve(algorithm).getCurve().decodePoint(raw).isValid();
    } catch (IllegalArgumentException noSuchPoint) {
      return false;
    }
  }

  private byte[] signEdwards(byte[] message) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, edwards());
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  private byte[] signEcdsa(byte[] message) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, elliptic());
    BigInteger[] halves = signer.generateSignature(sha256(message));
    return PlainDSAEncoding.INSTANCE.encode(order(algorithm), halves[0], halves[1]);
  }

  private Ed25519PrivateKeyParameters edwards() {
    return new Ed25519PrivateKeyParameters(seed, 0);
  }

  private ECPrivateKeyParameters elliptic() {
    X9ECParameters curve = curve(algorithm);
    BigInteger most = curve.getN().subtract(BigInteger.TWO);
    BigInteger d = new BigInteger(1, seed).mod(most).add(BigInteger.ONE);
    return new ECPrivateKeyParameters(d, new ECDomainParameters(curve));
  }

  private static X9ECParameters curve(Algorithm algorithm) {
    return CustomNamedCurves.getByName(algorithm == Algorithm.SM2 ? "sm2p256v1" : "secp256r1");
  }

  private static java.nio.charset.Charset ascii() {
    return StandardCharsets.US_ASCII;
  }

  static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The bytes SHA-256(seed ‖ 0), SHA-256(seed ‖ 1) … in place of random ones. */
  private static final class HashStream extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient byte[] start;
    private int block;

    HashStream(byte[] start) {
      this.start = start;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      int done = 0;
      while (done < bytes.length) {
        byte[] next = sha256(concat(start, BigInteger.valueOf(block++).toByteArray()));
        int taken = Math.min(next.length, bytes.length - done);
        System.arraycopy(next, 0, bytes, done, taken);
        done += taken;
      }
    }
  }
}
