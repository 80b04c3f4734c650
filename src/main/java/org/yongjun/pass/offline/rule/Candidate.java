package org.yongjun.pass.offline.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Fen;
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
 * @param rooms what each of its limits in fen leaves of benefit value
 */
record Candidate(
    Item item,
    List<TraceLine> lines,
    @Nullable Failure failure,
    HolderClasses classes,
    List<Room> rooms) {
  /** Why an item does not apply. */
  record Failure(ReasonCode reason, TraceLine line) {}

  /** What one limit in fen leaves. */
  record Room(Pool pool, Limit limit, long remainingFen) {}

  /** Fen that are counted together; several items of one bill may draw on the same. */
  record Pool(String scope, Limit.Subject subject, Limit.Period period, LocalDate periodStart) {}

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
    Long approvalAboveFen = item.proof().approvalAboveFen();
    if (approvalAboveFen != null) {
      // Nobody can approve on a gate without network.
      run.add(
          Clause.APPROVAL,
          ReasonCode.NEEDS_NETWORK,
          Decision.notUnlessOnline(situation, approval(approvalAboveFen)));
    }
    List<Room> rooms = run.addLimits(situation);
    return new Candidate(
        item,
        run.lines,
        run.failed != null ? run.failed : run.undecided,
        item.who().classes().and(situation.holder().classes()),
        rooms);
  }

  /** Why the item gives nothing more, once another item of the same bill has used this up. */
  Failure usedUp(Limit limit) {
    return new Failure(ReasonCode.LIMIT_REACHED, line(Clause.LIMIT, false, limit.reached()));
  }

  private static Text approval(long aboveFen) {
    String yuan = Fen.yuan(aboveFen);
    return new Text(
        "优惠超过 " + yuan + " 元须经第二人复核",
        "A benefit of more than " + yuan + " yuan needs a second person's approval");
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

    /** Returns what the limits in fen leave. */
    List<Room> addLimits(Situation situation) {
      List<Room> rooms = new ArrayList<>();
      for (Limit limit : item.limits()) {
        if (failed != null) {
          break;
        }
        if (limit.isCounted(item, situation.visit(), situation.usage())) {
          add(Clause.LIMIT, ReasonCode.LIMIT_REACHED, Decision.held(limit.counted()));
          continue;
        }
        long remaining = limit.remaining(situation.usage().used(item, limit));
        if (remaining == 0) {
          add(Clause.LIMIT, ReasonCode.LIMIT_REACHED, Decision.failed(limit.reached()));
        } else if (situation.online()) {
          // Offline nothing is counted, so nobody can say what is left.
          add(Clause.LIMIT, ReasonCode.LIMIT_REACHED, Decision.held(limit.left(remaining)));
        }
        if (limit.unit() == Limit.Unit.FEN) {
          rooms.add(new Room(poolOf(limit, situation), limit, remaining));
        }
      }
      return rooms;
    }

    private Pool poolOf(Limit limit, Situation situation) {
      return new Pool(
          limit.scopeOf(item),
          limit.subject(),
          limit.period(),
          limit.periodStart(item, situation.at()));
    }
  }
}
