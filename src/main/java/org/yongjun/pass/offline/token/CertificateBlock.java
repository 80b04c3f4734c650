package org.yongjun.pass.offline.token;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An immutable block of well-formed bytes with a signature that nobody has checked: either signed
 * here or read from outside. Only what {@code offline.verify} returns may be believed.
 */
public final class CertificateBlock {
  private final byte[] bytes;
  private final CertificateFields fields;

  CertificateBlock(byte[] bytes, CertificateFields fields) {
    this.bytes = bytes;
    this.fields = fields;
  }

  /**
   * Encodes and signs the fields.
   *
   * @throws IllegalArgumentException when the signer is not of the fields' issuer algorithm
   */
  public static CertificateBlock sign(CertificateFields fields, Signer issuer) {
    if (issuer.algorithm() != fields.issuerAlgorithm()) {
      throw new IllegalArgumentException("the signer is not of the issuer algorithm");
    }
    byte[] bytes = new byte[fields.type().blockLength(fields.extension().length())];
    ByteBuffer out = ByteBuffer.wrap(bytes);
    putHead(out, fields);
    RawPublicKey deviceKey = fields.deviceKey();
    if (deviceKey != null) {
      out.put(deviceKey.bytes());
    }
    out.put((byte) fields.extension().length()).put(fields.extension().bytes());
    out.put(requireSignature(issuer.sign(Layout.certificateMessage(bytes, out.position()))));
    return new CertificateBlock(bytes, fields);
  }

  /** A copy of the whole block, signature included. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** What the block claims; believe it only after the verifier has accepted the code. */
  public CertificateFields unverifiedFields() {
    return fields;
  }

  /** What the issuer signs: ASCII {@code YJ1cert} and every byte before the signature. */
  public byte[] signedMessage() {
    return Layout.certificateMessage(bytes, bytes.length - Layout.SIGNATURE_LENGTH);
  }

  /** A copy of the issuer's 64-byte signature. */
  public byte[] signature() {
    return Arrays.copyOfRange(bytes, bytes.length - Layout.SIGNATURE_LENGTH, bytes.length);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CertificateBlock that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Prints nothing of the content. */
  @Override
  public String toString() {
    return "CertificateBlock[" + bytes.length + " bytes]";
  }

  static byte[] requireSignature(byte[] signature) {
    if (signature.length != Layout.SIGNATURE_LENGTH) {
      throw new IllegalArgumentException("a signature has 64 bytes");
    }
    return signature;
  }

  /** Bytes 0 … 31, which both types share. */
  private static void putHead(ByteBuffer out, CertificateFields fields) {
    Algorithm deviceAlgorithm = fields.deviceAlgorithm();
    int deviceNibble = deviceAlgorithm == null ? 0 : deviceAlgorithm.id();
    out.put((byte) fields.type().id());
    out.put((byte) (fields.issuerAlgorithm().id() << 4 | deviceNibble));
    out.putInt(fields.keyId().bits());
    out.putInt((int) fields.bindingIndex());
    out.putShort((short) fields.classes().bits());
    out.put((byte) (fields.meritClass() << Layout.MERIT_SHIFT | fields.disabilityGrade()));
    out.put((byte) (fields.homeRegion().value() >>> 16));
    out.putShort((short) fields.homeRegion().value());
    out.putInt((int) fields.issuedAtSeconds());
    out.putShort((short) fields.lifetimeHours());
    out.put((byte) fields.windowSeconds());
    int photoCheck = fields.photoCheckRequired() ? Layout.PHOTO_CHECK_BIT : 0;
    out.put((byte) (photoCheck | fields.custody().code()));
    out.putLong(fields.holderTag().bits());
  }
}
