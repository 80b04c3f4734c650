package org.yongjun.pass.offline.token;

import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;

/**
 * One entry of the key list (token specification, “Key list”). Times are Unix seconds with {@code
 * nbf ≤ signUntil ≤ exp}, all three still inside their period.
 *
 * @param id the key's number
 * @param publicKey the key
 * @param purpose what it may sign
 * @param classScope the holder classes that it may vouch for
 * @param regionScope the region whose holders it may vouch for
 * @param notBeforeSeconds {@code nbf}
 * @param signUntilSeconds {@code signUntil}, the last second at which it may sign
 * @param expiresSeconds {@code exp}, the last second at which a reader may use it
 */
public record ListedKey(
    KeyId id,
    RawPublicKey publicKey,
    KeyPurpose purpose,
    HolderClasses classScope,
    RegionCode regionScope,
    long notBeforeSeconds,
    long signUntilSeconds,
    long expiresSeconds) {

  public ListedKey {
    if (notBeforeSeconds > signUntilSeconds || signUntilSeconds > expiresSeconds) {
      throw new IllegalArgumentException("the times of a key are out of order");
    }
  }

  /** Whether a reader may use the key at that time for a certificate that says this. */
  public boolean covers(CertificateFields fields, long nowSeconds) {
    KeyPurpose needed =
        fields.type() == TokenType.STATIC_CARD ? KeyPurpose.STATIC : KeyPurpose.DYNAMIC;
    return purpose == needed
        && isWithin(nowSeconds, expiresSeconds)
        && isWithin(fields.issuedAtSeconds(), signUntilSeconds)
        && regionScope.contains(fields.homeRegion())
        && fields.classes().and(classScope).equals(fields.classes());
  }

  private boolean isWithin(long timeSeconds, long lastSeconds) {
    return timeSeconds >= notBeforeSeconds && timeSeconds <= lastSeconds;
  }
}
