package org.yongjun.pass.offline.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;

/**
 * An item whose clauses were decided for one situation, up to but without its price.
 *
 * @param lines one per clause that was met
 * @param failure the first clause that was not met, null if all are
 * @param classes the holder's classes that the item names
 * @param remainingFen what its limits leave of benefit value
 */
record Candidate(
    Item item,
    List<TraceLine> lines,
    @Nullable Failure failure,
    HolderClasses classes,
    long remainingFen) {
  /** Why an item does not apply. */
  record Failure(ReasonCode reason, TraceLine line) {}

  /**
   * Runs the clauses in the order of the reasons 21 … 26. A clause that only the register can
   * decide counts last, so that a certain refusal is reported before “needs network”.
   */
  static Candidate of(Item item, Situation situation, Function<RegionCode, Text> names) {
    Run run = new Run(item);
    run.add(
        Clause.CLASS, ReasonCode.CLASS_NOT_ENTITLED, item.who().decideClass(situation.holder()));
    run.add(
        Clause.REGION,
        ReasonCode.REGION_NOT_ENTITLED,
        item.who().origin().decide(situation, names));
    run.add(Clause.TIME, ReasonCode.NOT_NOW, item.when().decide(situation.at()));
    Condition condition = item.who().condition();
    if (condition != null) {
      run.add(Clause.CONDITION, ReasonCode.CONDITION_FAILED, condition.decide(situation));
    }
    long remainingFen = run.addLimits(situation.usage());
    return new Candidate(
        item,
        run.lines,
        run.failed != null ? run.failed : run.undecided,
        item.who().classes().and(situation.holder().classes()),
        remainingFen);
  }

  TraceLine line(Clause clause, boolean held, Text sentence) {
    return line(item, clause, held, sentence);
  }

  private static TraceLine line(Item item, Clause clause, boolean held, Text sentence) {
    return new TraceLine(item.id(), item.version(), clause, held, sentence);
  }

  /** Collects what the clauses of one item say; nothing is looked at after the first failure. */
  private static final class Run {
    private final Item item;
    private final List<TraceLine> lines = new ArrayList<>();
    private @Nullable Failure failed;
    private @Nullable Failure undecided;

    Run(Item item) {
      this.item = item;
    }

    void add(Clause clause, ReasonCode reason, Decision decision) {
      if (failed != null) {
        return;
      }
      if (decision.isHeld()) {
        lines.add(line(item, clause, true, decision.sentence()));
      } else if (decision.isFailed()) {
        failed = new Failure(reason, line(item, clause, false, decision.sentence()));
      } else if (undecided == null) {
        Text text = decision.sentence();
        Text sentence =
            new Text(text.zh() + "；须联网核验", text.en() + "; this can only be decided online");
        undecided =
            new Failure(ReasonCode.NEEDS_NETWORK, line(item, Clause.NETWORK, false, sentence));
      }
    }

    /** Returns what is left of benefit value. */
    long addLimits(Usage usage) {
      long remainingFen = Long.MAX_VALUE;
      for (Limit limit : item.limits()) {
        if (failed == null) {
          long remaining = limit.remaining(usage.used(item, limit));
          if (remaining == 0) {
            add(Clause.LIMIT, ReasonCode.LIMIT_REACHED, Decision.failed(limit.reached()));
          } else if (limit.unit() == Limit.Unit.FEN) {
            remainingFen = Math.min(remainingFen, remaining);
          }
        }
      }
      return remainingFen;
    }
  }
}
