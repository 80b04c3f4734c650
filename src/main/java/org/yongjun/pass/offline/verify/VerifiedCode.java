package org.yongjun.pass.offline.verify;

import java.util.Optional;
import java.util.OptionalLong;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.offline.token.CertificateFields;
import org.yongjun.pass.offline.token.DynamicPart;
import org.yongjun.pass.offline.token.TokenType;
import org.yongjun.pass.offline.token.UnverifiedCode;

/**
 * A code whose every signature held and whose times fit. Only {@link CodeVerifier} makes one, so
 * whoever has an instance may believe it.
 */
public final class VerifiedCode {
  private static final HolderClasses VEHICLE_ONLY = HolderClasses.of(HolderClass.VEHICLE);

  private final CertificateFields fields;
  private final OptionalLong timeSeconds;
  private final Optional<ReplayKey> replayKey;

  VerifiedCode(UnverifiedCode code) {
    this.fields = code.unverifiedBlock().unverifiedFields();
    Optional<DynamicPart> part = code.unverifiedDynamicPart();
    this.timeSeconds =
        part.isPresent() ? OptionalLong.of(part.get().timeSeconds()) : OptionalLong.empty();
    this.replayKey =
        part.map(each -> new ReplayKey(issuer(), fields.bindingIndex(), each.counter()));
  }

  /** What the issuer signed. */
  public CertificateFields fields() {
    return fields;
  }

  public int issuer() {
    return fields.keyId().issuer();
  }

  /** When the phone made the code, in Unix seconds; empty for a static card. */
  public OptionalLong timeSeconds() {
    return timeSeconds;
  }

  /** The phone's counter, 0 … 2³² − 1; empty for a static card. */
  public OptionalLong counter() {
    return replayKey.isPresent()
        ? OptionalLong.of(replayKey.get().counter())
        : OptionalLong.empty();
  }

  /** What may be admitted once; empty for a static card, which has no counter. */
  public Optional<ReplayKey> replayKey() {
    return replayKey;
  }

  public boolean isStaticCard() {
    return fields.type() == TokenType.STATIC_CARD;
  }

  /** Whether staff must compare the holder with a photo: every static card, and by its flag. */
  public boolean needsStaffCheck() {
    return isStaticCard() || fields.photoCheckRequired();
  }

  /** Whether it is a card of a vehicle alone, for which a number plate does instead of a photo. */
  boolean isVehicleOnlyCard() {
    return isStaticCard() && !fields.photoCheckRequired() && fields.classes().equals(VEHICLE_ONLY);
  }

  /** Says nothing about the holder. */
  @Override
  public String toString() {
    return "VerifiedCode[" + fields.type() + ", key " + fields.keyId().hex() + "]";
  }
}
