package org.yongjun.pass.verification;

import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.rule.PriceRule;

/** Price rules in words, for holders; what is paid is the evaluator's to say. */
final class Terms {
  private Terms() {}

  static Text of(PriceRule rule, HolderClass used) {
    return switch (rule) {
      case PriceRule.Free free -> new Text("免费", "Free");
      case PriceRule.PercentPayable percent -> {
        int payable = percent.tiers().getOrDefault(used, percent.percent());
        yield new Text("按 " + payable + "% 付款", "Pay " + payable + " %");
      }
      case PriceRule.AmountOff off -> amountOff(off);
      case PriceRule.FixedPrice fixed ->
          new Text("只付 " + Fen.yuan(fixed.fen()) + " 元", "Pay " + Fen.yuan(fixed.fen()) + " yuan");
      case PriceRule.NonMonetary priority -> new Text("优先服务", "Served with priority");
      case PriceRule.Unquantified reduced ->
          new Text("减免幅度以场所备案为准", "Reduced; the venue has yet to file by how much");
    };
  }

  private static Text amountOff(PriceRule.AmountOff off) {
    String sum = Fen.yuan(off.offFen());
    Text plain = new Text("减 " + sum + " 元", sum + " yuan off");
    if (off.thresholdFen() == 0) {
      return plain;
    }
    String threshold = Fen.yuan(off.thresholdFen());
    Long capFen = off.capFen();
    return capFen == null
        ? new Text(
            "满 " + threshold + " 元" + plain.zh(), plain.en() + " from " + threshold + " yuan")
        : new Text(
            "每满 " + threshold + " 元" + plain.zh() + "，最多减 " + Fen.yuan(capFen) + " 元",
            plain.en()
                + " for every "
                + threshold
                + " yuan, at most "
                + Fen.yuan(capFen)
                + " yuan");
  }
}
