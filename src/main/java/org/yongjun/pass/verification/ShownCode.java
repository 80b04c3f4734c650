package org.yongjun.pass.verification;

import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.verify.VerifiedCode;

/**
 * What is kept of a code whose signatures held: enough to spend it, not enough to show it again.
 *
 * @param counter unique per binding
 * @param homeRegion as coarse as the code has it
 */
public record ShownCode(
    int issuer,
    long bindingIndex,
    long counter,
    HolderTag holderTag,
    HolderClasses classes,
    RegionCode homeRegion) {
  static ShownCode of(VerifiedCode code) {
    return new ShownCode(
        code.issuer(),
        code.fields().bindingIndex(),
        code.counter().orElseThrow(),
        code.fields().holderTag(),
        code.fields().classes(),
        code.fields().homeRegion());
  }
}
