package org.yongjun.pass.offline.bundle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.ReferenceReason;

/**
 * A filed price as far as a gate can know it: what depends on a person's age is left to the server,
 * which prices every passage again.
 *
 * @param label the bill part, for example {@code FARE}
 * @param listFen the list price in fen
 * @param referenceFen what everybody pays at present, at most the list price
 * @param referenceReason why that is less than the list price, null where it is not
 * @param promotions what everybody pays on some days
 */
public record GateFare(
    String label,
    long listFen,
    long referenceFen,
    @Nullable ReferenceReason referenceReason,
    List<Promotion> promotions) {
  public static final int PROMOTIONS_MAX = 20;

  /**
   * A lower price on some days.
   *
   * @param from the first business day
   * @param until the last business day, inclusive
   */
  public record Promotion(LocalDate from, LocalDate until, long referenceFen) {
    public Promotion {
      if (until.isBefore(from)) {
        throw new IllegalArgumentException("a promotion ends before it begins");
      }
      Fen.requireAmount(referenceFen);
    }

    boolean isOn(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  public GateFare {
    promotions = List.copyOf(promotions);
    Fen.requireAmount(listFen);
    if (label.isEmpty() || promotions.size() > PROMOTIONS_MAX) {
      throw new IllegalArgumentException("a fare has a label and a bounded list of promotions");
    }
    if (Fen.requireAmount(referenceFen) > listFen) {
      throw new IllegalArgumentException("the public never pays more than the list price");
    }
  }

  /** The bill of one passage on a business day; the lowest price for everybody counts. */
  public BillPart billPart(LocalDate day) {
    long lowestFen = referenceFen;
    ReferenceReason reason = referenceReason;
    for (Promotion each : promotions) {
      if (each.isOn(day) && each.referenceFen() < lowestFen) {
        lowestFen = each.referenceFen();
        reason = ReferenceReason.PROMOTION;
      }
    }
    return new BillPart(label, 0, listFen, lowestFen, reason, 0);
  }
}
