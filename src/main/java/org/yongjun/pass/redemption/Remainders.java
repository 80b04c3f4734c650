package org.yongjun.pass.redemption;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.verification.BillLine;

/** Holds what a customer keeps against the bill that was redeemed. */
final class Remainders {
  private Remainders() {}

  /**
   * Each line names a part of the bill and is no more than it was; what a line leaves out stays as
   * it was where the price does, and has to be said where the price is another.
   */
  static Outcome<List<BillPart>> of(List<BillPart> bill, List<BillLine> remaining) {
    List<BillPart> parts = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < remaining.size(); i++) {
      BillLine line = remaining.get(i);
      int companion = line.companion() == null ? 0 : line.companion();
      Optional<BillPart> was =
          bill.stream()
              .filter(part -> part.label().equals(line.label()) && part.companion() == companion)
              .findFirst();
      Optional<BillPart> now = was.flatMap(part -> remainder(part, line));
      if (now.isEmpty() || !keys.add(now.get().key())) {
        return Outcome.refused(
            Problem.invalid(
                "/remaining/" + i,
                "须为原账单中的一项且不高于原价；价格有变时请写明公众价和数量",
                "Must be a part of the original bill and no more than it was; where the price is"
                    + " another, state reference price and units too"));
      }
      parts.add(now.get());
    }
    return Set.copyOf(parts).equals(Set.copyOf(bill))
        ? Outcome.refused(
            Problem.invalid("/remaining", "没有退回任何项目", "Nothing of the bill is brought back"))
        : Outcome.done(parts);
  }

  private static Optional<BillPart> remainder(BillPart was, BillLine line) {
    long listFen = line.listFen() == null ? was.listFen() : line.listFen();
    boolean isSame = listFen == was.listFen();
    boolean needsReference = !isSame && was.referenceFen() < was.listFen();
    boolean needsUnits = !isSame && was.milliUnits() > 0;
    if (needsReference && line.referenceFen() == null || needsUnits && line.milliUnits() == null) {
      return Optional.empty();
    }
    long referenceFen =
        line.referenceFen() == null ? Math.min(listFen, was.referenceFen()) : line.referenceFen();
    long milliUnits = line.milliUnits() == null ? was.milliUnits() : line.milliUnits();
    boolean isLess =
        listFen <= was.listFen()
            && referenceFen <= Math.min(listFen, was.referenceFen())
            && milliUnits <= was.milliUnits();
    return isLess
        ? Optional.of(
            new BillPart(
                was.label(),
                was.companion(),
                listFen,
                referenceFen,
                was.referenceReason(),
                milliUnits))
        : Optional.empty();
  }
}
