package org.yongjun.pass.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.limit.CountedUsage;
import org.yongjun.pass.limit.Subjects;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.Evaluation;
import org.yongjun.pass.offline.rule.HolderFacts;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Trace;
import org.yongjun.pass.offline.rule.VisitSoFar;
import org.yongjun.pass.venue.Venue;

/**
 * The answer to “is this code good, and what does its holder pay here”, before anything is kept.
 */
public sealed interface Examination {
  /**
   * Every fact that was consulted, and the decision.
   *
   * @param subjects under whom this use counts
   * @param usage the limit counters that were not at 0
   * @param visit what the visit that goes on has redeemed
   * @param approval a second person's, where there is one
   * @param items those that have a rule for the bill, whether they gave anything or not
   */
  record Granted(
      ShownCode code,
      String holderId,
      HolderFacts holder,
      Subjects subjects,
      Venue venue,
      List<BillPart> bill,
      String channel,
      Instant at,
      Evaluation.Granted evaluation,
      List<CountedUsage.Reading> usage,
      VisitSoFar visit,
      List<Item> items,
      Optional<Approval> approval)
      implements Examination {
    /** The same, approved by a second person. */
    public Granted approvedBy(Approval given) {
      return new Granted(
          code,
          holderId,
          holder,
          subjects,
          venue,
          bill,
          channel,
          at,
          evaluation,
          usage,
          visit,
          items,
          Optional.of(given));
    }

    /** Whether staff compare the holder with a photo, for the item's sake or the code's. */
    public boolean photoCheck() {
      return evaluation.photoCheck() || code.staffCheck();
    }
  }

  /**
   * @param code present only where every signature of it held
   */
  record Refused(
      ReasonCode reason, Text explanation, Optional<ShownCode> code, Trace trace, Instant at)
      implements Examination {}
}
