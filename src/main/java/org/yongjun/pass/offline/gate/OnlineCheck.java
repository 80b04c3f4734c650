package org.yongjun.pass.offline.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.offline.bundle.GateBundle;
import org.yongjun.pass.offline.bundle.GateFare;

/**
 * Whether, and for how long, a gate with a network asks the server before it decides by itself:
 * what it would admit, and what it refuses only because it cannot know.
 *
 * @param desk {@link OnlineDesk#NONE} for a gate without a network
 */
record OnlineCheck(OnlineDesk desk) {
  private static final Set<ReasonCode> ASKED_OF_SERVER =
      EnumSet.of(ReasonCode.STATUS_TOO_OLD, ReasonCode.NEEDS_NETWORK);

  /** Empty where the gate decides alone. */
  Optional<OnlineDesk.Answer> ask(
      GateBundle bundle,
      GateChecks.Judgement judgement,
      String code,
      Passage passage,
      String clientId,
      long nowSeconds) {
    int budgetMillis = bundle.settings().onlineBudgetMillis();
    boolean isForServer =
        judgement instanceof GateChecks.Judgement.Refused refused
            ? ASKED_OF_SERVER.contains(refused.reason())
            : passage.direction() == Direction.IN;
    Optional<GateFare> fare = bundle.findPassage();
    if (desk == OnlineDesk.NONE || budgetMillis == 0 || !isForServer || fare.isEmpty()) {
      return Optional.empty();
    }
    LocalDate day = BusinessTime.dayOf(Instant.ofEpochSecond(nowSeconds));
    return Optional.of(
        desk.ask(code, clientId, fare.get().billPart(day), Duration.ofMillis(budgetMillis)));
  }
}
