package org.yongjun.pass.offline.token;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Optional;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.jcajce.spec.SM2ParameterSpec;

/**
 * Signs and verifies with the three algorithms in the format's 64-byte form. Stateless and
 * thread-safe. Sources: RFC 8032; FIPS 186-5; GB/T 32918 with user id {@code 1234567812345678}.
 */
public final class Signatures {
  private static final int HALF_LENGTH = Layout.SIGNATURE_LENGTH / 2;
  private static final byte[] SM2_USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

  private final Keys keys = new Keys();

  /** The keys of the same provider. */
  public Keys keys() {
    return keys;
  }

  /** A signer in memory; {@code key} must come from {@link Keys}. */
  public Signer signer(Algorithm algorithm, PrivateKey key) {
    return new KeySigner(algorithm, key);
  }

  /**
   * Whether {@code signature} is the key's signature over {@code message}. A key that is not a
   * point of its curve verifies nothing, nor does r or s outside 1 … n − 1 (Ed25519: S ≥ L), nor a
   * signature of another length.
   */
  public boolean verify(RawPublicKey key, byte[] message, byte[] signature) {
    Optional<PublicKey> publicKey = keys.findPublicKey(key);
    return publicKey.isPresent() && verify(key.algorithm(), publicKey.get(), message, signature);
  }

  /**
   * The same for a key that {@link Keys#findPublicKey} gave before; a key that is used again and
   * again verifies in half the time this way.
   */
  public boolean verify(Algorithm algorithm, PublicKey key, byte[] message, byte[] signature) {
    if (signature.length != Layout.SIGNATURE_LENGTH || !isInRange(algorithm, signature)) {
      return false;
    }
    try {
      Signature verifier = signature(algorithm);
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(algorithm == Algorithm.SM2 ? derOf(algorithm, signature) : signature);
    } catch (SignatureException notASignature) {
      // The provider answers so for encodings that no signer makes; the caller gets its “no”.
      return false;
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the provider refuses its own key", e);
    }
  }

  private static byte[] sign(Algorithm algorithm, PrivateKey key, byte[] message) {
    try {
      Signature signer = signature(algorithm);
      signer.initSign(key);
      signer.update(message);
      byte[] signature = signer.sign();
      return algorithm == Algorithm.SM2 ? plainOf(algorithm, signature) : signature;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the provider cannot sign with its own key", e);
    }
  }

  private static Signature signature(Algorithm algorithm) {
    try {
      Signature signature = Signature.getInstance(jcaName(algorithm), Curves.PROVIDER);
      if (algorithm == Algorithm.SM2) {
        signature.setParameter(new SM2ParameterSpec(SM2_USER_ID));
      }
      return signature;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the provider lacks " + algorithm, e);
    }
  }

  private static String jcaName(Algorithm algorithm) {
    if (algorithm == Algorithm.ED25519) {
      return "Ed25519";
    }
    return algorithm == Algorithm.P256 ? "SHA256withPLAIN-ECDSA" : "SM3withSM2";
  }

  /** The provider checks the range of Ed25519 itself. */
  private static boolean isInRange(Algorithm algorithm, byte[] signature) {
    if (algorithm == Algorithm.ED25519) {
      return true;
    }
    BigInteger n = Curves.of(algorithm).getN();
    BigInteger r = new BigInteger(1, signature, 0, HALF_LENGTH);
    BigInteger s = new BigInteger(1, signature, HALF_LENGTH, HALF_LENGTH);
    return r.signum() > 0 && s.signum() > 0 && r.compareTo(n) < 0 && s.compareTo(n) < 0;
  }

  /** The provider takes and gives SM2 signatures in DER only. */
  private static byte[] derOf(Algorithm algorithm, byte[] plain) {
    return recode(algorithm, plain, PlainDSAEncoding.INSTANCE, StandardDSAEncoding.INSTANCE);
  }

  private static byte[] plainOf(Algorithm algorithm, byte[] der) {
    return recode(algorithm, der, StandardDSAEncoding.INSTANCE, PlainDSAEncoding.INSTANCE);
  }

  private static byte[] recode(
      Algorithm algorithm, byte[] signature, DSAEncoding from, DSAEncoding to) {
    BigInteger n = Curves.of(algorithm).getN();
    try {
      BigInteger[] halves = from.decode(n, signature);
      return to.encode(n, halves[0], halves[1]);
    } catch (IOException e) {
      throw new IllegalStateException("r and s are in range, yet cannot be encoded", e);
    }
  }

  private record KeySigner(Algorithm algorithm, PrivateKey key) implements Signer {
    @Override
    public byte[] sign(byte[] message) {
      return Signatures.sign(algorithm, key, message);
    }

    @Override
    public String toString() {
      return "Signer[" + algorithm + "]";
    }
  }
}
