package org.yongjun.pass.offline.token;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jcajce.interfaces.EdDSAPrivateKey;
import org.bouncycastle.jcajce.interfaces.EdDSAPublicKey;
import org.bouncycastle.jcajce.spec.RawEncodedKeySpec;
import org.bouncycastle.jce.interfaces.ECPrivateKey;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.bouncycastle.math.ec.ECPoint;

/** Makes, stores and converts keys of the three algorithms. Stateless and thread-safe. */
public final class Keys {
  private static final int RAW_ED25519_OFFSET = 1;

  /** A new key pair from {@code random}. */
  public KeyPair generate(Algorithm algorithm, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(family(algorithm), Curves.PROVIDER);
      initialize(generator, algorithm, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the provider lacks " + algorithm, e);
    }
  }

  /**
   * The private key in PKCS#8 version 1 (RFC 5208), elliptic curves by name. Version 2, which the
   * provider writes for Ed25519, is not read everywhere. Wrap the bytes before storing them.
   */
  public byte[] pkcs8(KeyPair pair) {
    PrivateKeyInfo written = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
    try {
      return new PrivateKeyInfo(written.getPrivateKeyAlgorithm(), written.parsePrivateKey())
          .getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("the provider cannot read what it wrote", e);
    }
  }

  /**
   * Reads {@link #pkcs8} and derives the public key again.
   *
   * @throws IllegalArgumentException when the bytes are no private key of the algorithm
   */
  public KeyPair keyPairOfPkcs8(Algorithm algorithm, byte[] pkcs8) {
    try {
      KeyFactory factory = factory(algorithm);
      PrivateKey read = factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      if (read instanceof EdDSAPrivateKey edwards) {
        return new KeyPair(edwards.getPublicKey(), edwards);
      }
      return ecKeyPair(factory, Curves.of(algorithm), (ECPrivateKey) read);
    } catch (InvalidKeySpecException e) {
      throw new IllegalArgumentException("no private key of " + algorithm, e);
    }
  }

  /** The 33-byte form of a public key that {@link #generate} or {@link #keyPairOfPkcs8} gave. */
  public RawPublicKey rawOf(Algorithm algorithm, PublicKey key) {
    if (key instanceof EdDSAPublicKey edwards) {
      byte[] raw = new byte[RawPublicKey.LENGTH];
      byte[] point = edwards.getPointEncoding();
      System.arraycopy(point, 0, raw, RAW_ED25519_OFFSET, point.length);
      return new RawPublicKey(algorithm, raw);
    }
    if (key instanceof ECPublicKey elliptic
        && elliptic.getParameters().getCurve().equals(Curves.of(algorithm).getCurve())) {
      return new RawPublicKey(algorithm, elliptic.getQ().getEncoded(true));
    }
    throw new IllegalArgumentException("no public key of " + algorithm);
  }

  /** The key as JCA takes it; empty when the bytes are not a point of the curve. */
  public Optional<PublicKey> findPublicKey(RawPublicKey raw) {
    byte[] bytes = raw.bytes();
    try {
      return Optional.of(factory(raw.algorithm()).generatePublic(spec(raw.algorithm(), bytes)));
    } catch (InvalidKeySpecException | IllegalArgumentException notAPoint) {
      // The provider answers so for a coordinate out of range and for one without a point.
      return Optional.empty();
    }
  }

  private static KeySpec spec(Algorithm algorithm, byte[] raw) {
    if (algorithm == Algorithm.ED25519) {
      byte[] point = new byte[raw.length - RAW_ED25519_OFFSET];
      System.arraycopy(raw, RAW_ED25519_OFFSET, point, 0, point.length);
      return new RawEncodedKeySpec(point);
    }
    ECNamedCurveParameterSpec curve = Curves.of(algorithm);
    return new ECPublicKeySpec(curve.getCurve().decodePoint(raw), curve);
  }

  private static KeyPair ecKeyPair(
      KeyFactory factory, ECNamedCurveParameterSpec curve, ECPrivateKey read)
      throws InvalidKeySpecException {
    if (!read.getParameters().getCurve().equals(curve.getCurve())) {
      throw new IllegalArgumentException("the private key is of another curve");
    }
    BigInteger d = read.getD();
    ECPoint q = curve.getG().multiply(d).normalize();
    return new KeyPair(
        factory.generatePublic(new ECPublicKeySpec(q, curve)),
        factory.generatePrivate(new ECPrivateKeySpec(d, curve)));
  }

  private static void initialize(
      KeyPairGenerator generator, Algorithm algorithm, SecureRandom random)
      throws InvalidAlgorithmParameterException {
    if (algorithm == Algorithm.ED25519) {
      generator.initialize(255, random);
    } else {
      generator.initialize(Curves.of(algorithm), random);
    }
  }

  private static KeyFactory factory(Algorithm algorithm) {
    try {
      return KeyFactory.getInstance(family(algorithm), Curves.PROVIDER);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the provider lacks " + algorithm, e);
    }
  }

  private static String family(Algorithm algorithm) {
    return algorithm == Algorithm.ED25519 ? "Ed25519" : "EC";
  }
}
