package org.yongjun.pass.offline.rule;

import java.util.List;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;

/** What the rules say about one situation. */
public sealed interface Evaluation {
  Trace trace();

  /**
   * At least one part gets an item.
   *
   * @param parts every part of the bill, in its order; those without an item stay at their
   *     reference price
   * @param photoCheck whether an item that was used asks staff to compare a photo
   */
  record Granted(List<PartQuote> parts, boolean photoCheck, Trace trace) implements Evaluation {
    public Granted {
      parts = List.copyOf(parts);
      if (parts.stream().allMatch(part -> part.layers().isEmpty())) {
        throw new IllegalArgumentException("a grant has at least one layer");
      }
    }

    /** The sum to pay in fen. */
    public long payableFen() {
      return parts.stream().mapToLong(PartQuote::payableFen).sum();
    }

    /** The sum of benefit values in fen. */
    public long benefitValueFen() {
      return parts.stream().mapToLong(PartQuote::benefitValueFen).sum();
    }
  }

  /**
   * No part gets an item.
   *
   * @param reason of the item that came furthest; 20 … 27 of the verification order
   * @param explanation one sentence with the clause that failed
   */
  record Refused(ReasonCode reason, Text explanation, Trace trace) implements Evaluation {}
}
