package org.yongjun.pass.verification;

import org.yongjun.pass.certificate.ShortCodes;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.kernel.HolderClass;
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
  /** Where no certificate is shown. */
  private static final long NO_INDEX = -1;

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

  /** Whether it is a survivor's claim for a holder who has died, which no certificate backs. */
  public boolean isClaim() {
    return shownAs instanceof ShownAs.Claim;
  }

  public boolean isCard() {
    return shownAs instanceof ShownAs.Card;
  }

  /** Whether one redemption spends it: neither a card nor a visit that stays open. */
  public boolean isSpentByUse() {
    return shownAs instanceof ShownAs.Dynamic || shownAs instanceof ShownAs.ShortCode || isClaim();
  }

  /**
   * What stands for a holder who has died.
   *
   * @param issuer whose certificates the holder had
   */
  static ShownCode of(int issuer, SurvivorClaim claim, HolderRecord deceased) {
    HolderClasses classes = deceased.classes();
    RegionCode home = deceased.homeRegion();
    return new ShownCode(
        issuer,
        NO_INDEX,
        new ShownAs.Claim(claim.id()),
        true,
        deceased.tag(),
        classes,
        classes.has(HolderClass.SERVICEPERSON) ? home.province() : home.city());
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
