package org.yongjun.pass.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.ReferenceReason;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.venue.TariffLine;
import org.yongjun.pass.venue.Venue;

/** Prices a stated bill: a filed tariff always wins over what a terminal says. */
final class Bills {
  private Bills() {}

  static Outcome<List<BillPart>> price(Venue venue, List<BillLine> lines) {
    Set<String> keys = new HashSet<>();
    List<BillPart> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Outcome<BillPart> priced = price(venue, lines.get(i), "/bill/" + i);
      if (priced instanceof Outcome.Refused<BillPart>(Problem problem)) {
        return Outcome.refused(problem);
      }
      if (priced instanceof Outcome.Done<BillPart>(BillPart part)) {
        if (!keys.add(part.key())) {
          return Outcome.refused(
              Problem.invalid(
                  "/bill/" + i + "/label", "账单项目重复", "This label stands twice in the bill"));
        }
        parts.add(part);
      }
    }
    return Outcome.done(parts);
  }

  private static Outcome<BillPart> price(Venue venue, BillLine line, String pointer) {
    int companion = line.companion() == null ? 0 : line.companion();
    if (companion > 0 && line.label().length() > BillPart.COMPANION_LABEL_MAX) {
      return Outcome.refused(
          Problem.invalid(
              pointer + "/label",
              "同行人的账单项目名称至多 " + BillPart.COMPANION_LABEL_MAX + " 个字符",
              "A companion's label has at most " + BillPart.COMPANION_LABEL_MAX + " characters"));
    }
    Optional<TariffLine> filed = venue.findTariff(line.label());
    Long list = filed.isPresent() ? Long.valueOf(filed.get().listFen()) : line.listFen();
    if (list == null) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.PRICE_MISSING,
              "账单项目 " + line.label() + " 缺少价格，且场所未备案该项价目",
              "Bill part " + line.label() + " has no price and the venue has filed none for it"));
    }
    Long stated =
        filed.isPresent() ? Long.valueOf(filed.get().payableByPublicFen()) : line.referenceFen();
    long reference = stated == null ? list : stated;
    if (reference > list) {
      return Outcome.refused(
          Problem.invalid(
              pointer + "/referenceFen",
              "公众价不得高于标价",
              "The public's price may not exceed the list price"));
    }
    return Outcome.done(
        new BillPart(
            line.label(),
            companion,
            list,
            reference,
            reason(filed.isPresent(), line, list, reference),
            line.milliUnits() == null ? 0 : line.milliUnits()));
  }

  /** A tariff's own reason is free text; what it comes to is told by its prices. */
  private static @Nullable ReferenceReason reason(
      boolean isFiled, BillLine line, long listFen, long referenceFen) {
    if (referenceFen == listFen) {
      return null;
    }
    if (!isFiled) {
      return line.referenceReason();
    }
    return referenceFen == 0 ? ReferenceReason.FREE_FOR_ALL : ReferenceReason.PROMOTION;
  }
}
