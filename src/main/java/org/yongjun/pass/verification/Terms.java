package org.yongjun.pass.verification;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
      case PriceRule.PercentPayable percent -> percent(percent, used);
      case PriceRule.AmountOff off -> amountOff(off);
      case PriceRule.PerUnitOff off -> perUnitOff(off);
      case PriceRule.FixedPrice fixed -> fixedPrice(Fen.yuan(fixed.fenFor(used)));
      case PriceRule.NonMonetary priority -> new Text("优先服务", "Served with priority");
      case PriceRule.Unquantified reduced ->
          new Text("减免幅度以场所备案为准", "Reduced; the venue has yet to file by how much");
    };
  }

  private static Text fixedPrice(String yuan) {
    return new Text("只付 " + yuan + " 元", "Pay " + yuan + " yuan");
  }

  private static Text percent(PriceRule.PercentPayable percent, HolderClass used) {
    int payable = percent.percentFor(used);
    Text plain = new Text("按 " + payable + "% 付款", "Pay " + payable + " %");
    return capped(from(percent.thresholdFen(), plain), percent.capFen());
  }

  private static Text perUnitOff(PriceRule.PerUnitOff off) {
    String sum = Fen.yuan(off.offFenPerUnit());
    return capped(
        new Text("每 " + off.unit() + " 减 " + sum + " 元", sum + " yuan off per " + off.unit()),
        off.capFen());
  }

  private static Text amountOff(PriceRule.AmountOff off) {
    Long capFen = off.capFen();
    if (capFen != null) {
      PriceRule.AmountOff.Step step = off.steps().getFirst();
      String threshold = Fen.yuan(step.thresholdFen());
      Text plain = sumOff(step);
      return capped(
          new Text(
              "每满 " + threshold + " 元" + plain.zh(),
              plain.en() + " for every " + threshold + " yuan"),
          capFen);
    }
    List<Text> steps =
        off.steps().stream().map(step -> from(step.thresholdFen(), sumOff(step))).toList();
    return new Text(
        steps.stream().map(Text::zh).collect(Collectors.joining("；")),
        steps.stream().map(Text::en).collect(Collectors.joining("; ")));
  }

  private static Text sumOff(PriceRule.AmountOff.Step step) {
    String sum = Fen.yuan(step.offFen());
    return new Text("减 " + sum + " 元", sum + " yuan off");
  }

  private static Text from(long thresholdFen, Text text) {
    String threshold = Fen.yuan(thresholdFen);
    return thresholdFen == 0
        ? text
        : new Text("满 " + threshold + " 元" + text.zh(), text.en() + " from " + threshold + " yuan");
  }

  private static Text capped(Text text, @Nullable Long capFen) {
    return capFen == null
        ? text
        : new Text(
            text.zh() + "，最多减 " + Fen.yuan(capFen) + " 元",
            text.en() + ", at most " + Fen.yuan(capFen) + " yuan off");
  }
}
