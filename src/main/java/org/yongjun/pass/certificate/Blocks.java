package org.yongjun.pass.certificate;

import java.time.Duration;
import java.time.Instant;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.HolderStatus;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.CertificateBlock;
import org.yongjun.pass.offline.token.CertificateFields;
import org.yongjun.pass.offline.token.Extension;
import org.yongjun.pass.offline.token.RawPublicKey;
import org.yongjun.pass.offline.token.TokenType;

/** Signs blocks. Anyone near can read a code, so they say as little as the specification allows. */
final class Blocks {
  private Blocks() {}

  /** The block of a phone, or of a card where the binding has no device. */
  static CertificateBlock sign(
      HolderRecord holder, Binding binding, IssuerKey key, Instant now, int lifetimeHours) {
    RawPublicKey deviceKey = binding.deviceKey();
    boolean isCard = deviceKey == null;
    CertificateFields fields =
        new CertificateFields(
            isCard ? TokenType.STATIC_CARD : TokenType.DEVICE_BOUND,
            key.listed().publicKey().algorithm(),
            isCard ? null : deviceKey.algorithm(),
            key.listed().id(),
            binding.index(),
            holder.classes(),
            0,
            0,
            regionInCode(holder),
            now.getEpochSecond(),
            lifetimeHours,
            isCard ? 0 : Certificates.WINDOW_SECONDS,
            binding.custody(),
            false,
            holder.tag(),
            deviceKey,
            Extension.NONE);
    return CertificateBlock.sign(fields, key.signer());
  }

  /** Whether a block still says what the register does. */
  static boolean says(CertificateBlock block, HolderRecord holder) {
    CertificateFields fields = block.unverifiedFields();
    return fields.classes().equals(holder.classes())
        && fields.homeRegion().equals(regionInCode(holder));
  }

  /** City level; province level for serving members, whose city tells where they serve. */
  private static RegionCode regionInCode(HolderRecord holder) {
    return holder.classes().has(HolderClass.SERVICEPERSON)
        ? holder.homeRegion().province()
        : holder.homeRegion().city();
  }

  /**
   * No certificate outlives the entitlement.
   *
   * @return 0 where the holder is not entitled now
   */
  static int lifetimeHours(HolderRecord holder, Instant now, Duration most) {
    Instant from = holder.validFrom().atStartOfDay(BusinessTime.ZONE).toInstant();
    Instant end = holder.validUntil().plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    if (holder.status() != HolderStatus.ACTIVE || now.isBefore(from)) {
      return 0;
    }
    return (int) Math.clamp(Duration.between(now, end).toHours(), 0, most.toHours());
  }
}
