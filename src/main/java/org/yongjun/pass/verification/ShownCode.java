package org.yongjun.pass.verification;

import org.yongjun.pass.certificate.ShortCodes;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.CertificateFields;
import org.yongjun.pass.offline.verify.VerifiedCode;

/**
 * What is kept of a code whose signatures held: enough to spend it, not enough to show it again.
 *
 * @param staffCheck whether staff must compare the holder with a photo
 * @param homeRegion as coarse as the code has it
 */
public record ShownCode(
    int issuer,
    long bindingIndex,
    ShownAs shownAs,
    boolean staffCheck,
    HolderTag holderTag,
    HolderClasses classes,
    RegionCode homeRegion) {
  static ShownCode of(VerifiedCode code) {
    ShownAs shownAs =
        code.isStaticCard()
            ? new ShownAs.Card()
            : new ShownAs.Dynamic(code.counter().orElseThrow());
    return of(code.fields(), shownAs, code.needsStaffCheck());
  }

  /** A short code stands for the newest certificate of its phone, which is this server's own. */
  static ShownCode of(ShortCodes.Live code) {
    CertificateFields fields = code.certificate().block().unverifiedFields();
    return of(fields, new ShownAs.ShortCode(code.id()), fields.photoCheckRequired());
  }

  public boolean isCard() {
    return shownAs instanceof ShownAs.Card;
  }

  /** Whether one redemption spends it: neither a card nor a visit that stays open. */
  public boolean isSpentByUse() {
    return shownAs instanceof ShownAs.Dynamic || shownAs instanceof ShownAs.ShortCode;
  }

  private static ShownCode of(CertificateFields fields, ShownAs shownAs, boolean staffCheck) {
    return new ShownCode(
        fields.keyId().issuer(),
        fields.bindingIndex(),
        shownAs,
        staffCheck,
        fields.holderTag(),
        fields.classes(),
        fields.homeRegion());
  }
}
