package org.yongjun.pass.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.offline.rule.HolderFacts;
import org.yongjun.pass.offline.rule.Item;

/**
 * The age of one holder on one day, looked up at the first question and forgotten with the
 * decision: nobody's data is opened where neither a price nor an item depends on it.
 */
final class HolderAge implements Supplier<OptionalInt> {
  private final Holders holders;
  private final String holderId;
  private final LocalDate day;
  private @Nullable OptionalInt found;

  HolderAge(Holders holders, String holderId, LocalDate day) {
    this.holders = holders;
    this.holderId = holderId;
    this.day = day;
  }

  @Override
  public OptionalInt get() {
    OptionalInt known = found;
    if (known == null) {
      known = holders.findAgeYears(holderId, day);
      found = known;
    }
    return known;
  }

  /** The facts, with the age where one of these items asks for it. */
  HolderFacts completed(HolderFacts facts, List<Item> items) {
    if (items.stream().noneMatch(item -> item.asksAge(facts.classes()))) {
      return facts;
    }
    OptionalInt years = get();
    return years.isPresent() ? facts.withAge(years.getAsInt()) : facts;
  }
}
