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
   * @param approvals the items that ask a second person to approve this bill; mostly none
   */
  record Granted(List<PartQuote> parts, boolean photoCheck, List<Approval> approvals, Trace trace)
      implements Evaluation {
    public Granted {
      parts = List.copyOf(parts);
      approvals = List.copyOf(approvals);
      if (parts.stream().allMatch(part -> part.layers().isEmpty())) {
        throw new IllegalArgumentException("a grant has at least one layer");
      }
    }

    /** Whether the bill may only be redeemed after a second person has approved it. */
    public boolean isApprovalNeeded() {
      return !approvals.isEmpty();
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
   * An item whose value in this bill is above what it grants without a second person.
   *
   * @param aboveFen the item's {@link Proof#approvalAboveFen}
   * @param valueFen the benefit value that the item gives in this bill
   */
  record Approval(String itemId, int version, long aboveFen, long valueFen) {}

  /**
   * No part gets an item.
   *
   * @param reason of the item that came furthest; 20 … 27 of the verification order
   * @param explanation one sentence with the clause that failed
   */
  record Refused(ReasonCode reason, Text explanation, Trace trace) implements Evaluation {}
}
