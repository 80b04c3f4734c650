package org.yongjun.pass.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.venue.TariffLine;
import org.yongjun.pass.venue.Venue;

/** Prices a stated bill: a filed tariff always wins over what a terminal says. */
final class Bills {
  private Bills() {}

  static Outcome<List<BillPart>> price(Venue venue, List<BillLine> lines) {
    Set<String> labels = new HashSet<>();
    List<BillPart> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      BillLine line = lines.get(i);
      String pointer = "/bill/" + i;
      if (!labels.add(line.label())) {
        return Outcome.refused(
            Problem.invalid(pointer + "/label", "账单项目重复", "This label stands twice in the bill"));
      }
      Optional<TariffLine> filed = venue.findTariff(line.label());
      if (filed.isPresent()) {
        TariffLine tariff = filed.get();
        parts.add(new BillPart(line.label(), tariff.listFen(), tariff.payableByPublicFen()));
        continue;
      }
      Long list = line.listFen();
      if (list == null) {
        return Outcome.refused(
            Problem.of(
                ProblemCode.PRICE_MISSING,
                "账单项目 " + line.label() + " 缺少价格，且场所未备案该项价目",
                "Bill part " + line.label() + " has no price and the venue has filed none for it"));
      }
      long reference = line.referenceFen() == null ? list : line.referenceFen();
      if (reference > list) {
        return Outcome.refused(
            Problem.invalid(
                pointer + "/referenceFen",
                "公众价不得高于标价",
                "The public's price may not exceed the list price"));
      }
      parts.add(new BillPart(line.label(), list, reference));
    }
    return Outcome.done(parts);
  }
}
