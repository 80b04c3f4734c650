package org.yongjun.pass.verification.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.store.Races;
import org.yongjun.pass.verification.Guesses;

/** As many slots per terminal as unknown codes are allowed; one update takes one or none. */
@Singleton
final class JdbcGuesses implements Guesses {
  private static final Instant NEVER = Instant.EPOCH;

  private final GuessSlots slots;
  private final Ids ids;

  JdbcGuesses(GuessSlots slots, Ids ids) {
    this.slots = slots;
    this.ids = ids;
  }

  @Override
  public Optional<String> take(String terminalId, Instant now) {
    String ticket = ids.next();
    Instant taken = now.truncatedTo(ChronoUnit.MICROS);
    boolean isFree = slots.take(terminalId, taken.minus(WINDOW), taken, ticket) == 1;
    if (!isFree && slots.countOf(terminalId) < UNKNOWN_MAX) {
      for (int slot = 0; slot < UNKNOWN_MAX; slot++) {
        GuessSlots.Row row =
            new GuessSlots.Row(new GuessSlots.Key(terminalId, slot), NEVER, ticket);
        // Another request of the same terminal may be making them too.
        Races.inserted(() -> slots.save(row));
      }
      isFree = slots.take(terminalId, taken.minus(WINDOW), taken, ticket) == 1;
    }
    return isFree ? Optional.of(ticket) : Optional.empty();
  }

  @Override
  public void giveBack(String terminalId, String ticket) {
    slots.giveBack(terminalId, ticket, NEVER);
  }
}
