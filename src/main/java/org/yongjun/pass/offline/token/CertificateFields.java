package org.yongjun.pass.offline.token;

import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;

/**
 * What a certificate block says. The constructor throws {@link IllegalArgumentException} for
 * whatever the format cannot carry or calls malformed, so an instance can always be encoded.
 * Source: token specification, “Certificate block”.
 *
 * @param type device-bound or static card
 * @param issuerAlgorithm what the issuer signs the block with
 * @param deviceAlgorithm what the phone signs with; null exactly for a static card
 * @param keyId the issuer's key
 * @param bindingIndex number of the holder × device at the issuer, 0 … 2³² − 1
 * @param classes the holder's classes
 * @param disabilityGrade 0 (not told) or 1 … 10
 * @param meritClass 0 (not told) or 1 … 3
 * @param homeRegion at city or, for serving members, province level; the issuer sees to that
 * @param issuedAtSeconds Unix seconds, 0 … 2³² − 1
 * @param lifetimeHours 1 … 65535
 * @param windowSeconds how long a dynamic code lives, 1 … 255; 0 exactly for a static card
 * @param custody where the phone keeps its key
 * @param photoCheckRequired whether staff must compare the holder with a photo
 * @param holderTag stands for the person on all phones and cards
 * @param deviceKey the phone's public key, of the device algorithm; null exactly for a static card
 * @param extension bytes for later versions
 */
public record CertificateFields(
    TokenType type,
    Algorithm issuerAlgorithm,
    @Nullable Algorithm deviceAlgorithm,
    KeyId keyId,
    long bindingIndex,
    HolderClasses classes,
    int disabilityGrade,
    int meritClass,
    RegionCode homeRegion,
    long issuedAtSeconds,
    int lifetimeHours,
    int windowSeconds,
    KeyCustody custody,
    boolean photoCheckRequired,
    HolderTag holderTag,
    @Nullable RawPublicKey deviceKey,
    Extension extension) {

  private static final long SECONDS_PER_HOUR = 3600;

  public CertificateFields {
    requireRange("binding index", bindingIndex, 0, Layout.UINT32_MAX);
    requireRange("disability grade", disabilityGrade, 0, Layout.GRADE_MAX);
    requireRange("merit class", meritClass, 0, Layout.MERIT_MAX);
    requireRange("issued at", issuedAtSeconds, 0, Layout.UINT32_MAX);
    requireRange("lifetime", lifetimeHours, 1, Layout.UINT16_MAX);
    if (type == TokenType.STATIC_CARD) {
      requireRange("window", windowSeconds, 0, 0);
      if (deviceAlgorithm != null || deviceKey != null) {
        throw new IllegalArgumentException("a static card has no device key");
      }
    } else {
      requireRange("window", windowSeconds, 1, Layout.UINT8_MAX);
      if (deviceKey == null || deviceKey.algorithm() != deviceAlgorithm) {
        throw new IllegalArgumentException("the device key is not of the device algorithm");
      }
    }
  }

  /** The first second at which the certificate has expired. */
  public long expiresSeconds() {
    return issuedAtSeconds + lifetimeHours * SECONDS_PER_HOUR;
  }

  /** Says nothing about the holder. */
  @Override
  public String toString() {
    return "CertificateFields[" + type + ", key " + keyId.hex() + "]";
  }

  private static void requireRange(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(what + " out of range");
    }
  }
}
