package org.yongjun.pass.verification;

import java.time.Instant;
import java.util.Optional;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.Standing;
import org.yongjun.pass.holder.Standings;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.offline.rule.HolderFacts;

/** Reads from the register what the rules may ask about a holder at one moment. */
public final class RegisterFacts {
  private final Standings standings;
  private final Pseudonyms pseudonyms;

  public RegisterFacts(Standings standings, Pseudonyms pseudonyms) {
    this.standings = standings;
    this.pseudonyms = pseudonyms;
  }

  /**
   * What is known of a holder.
   *
   * @param household the pseudonym of the household; empty for a person who belongs to none
   */
  public record Known(HolderFacts facts, Optional<String> household) {}

  /**
   * @param at may lie in the past: the dates of lists and households decide
   */
  public Known knownOf(HolderRecord holder, Instant at) {
    Standing standing = standings.standingOf(holder.id(), BusinessTime.dayOf(at));
    HolderFacts facts =
        new HolderFacts(
            holder.classes(),
            holder.homeRegion(),
            holder.meritClass(),
            holder.disabilityGrade(),
            null,
            standing.lists(),
            standing.householdLists());
    return new Known(facts, standing.householdId().map(pseudonyms::ofHousehold));
  }
}
