package org.yongjun.pass.card;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.holder.PersonSeal;

/** Seals what is said of an application under its holder's own key. */
public final class CardSeal {
  private static final String PURPOSE = "card-event";

  private final PersonSeal persons;

  public CardSeal(PersonSeal persons) {
    this.persons = persons;
  }

  /** Null where nothing is said. */
  byte @Nullable [] seal(String holderId, CardNotes notes) {
    return notes.isEmpty() ? null : persons.seal(holderId, PURPOSE, notes.toBytes()).orElse(null);
  }

  /** Empty notes where nothing was said, and after the person's erasure. */
  CardNotes open(String holderId, byte @Nullable [] sealed) {
    return sealed == null
        ? new CardNotes("", List.of())
        : persons
            .open(holderId, PURPOSE, sealed)
            .map(CardNotes::of)
            .orElseGet(() -> new CardNotes("", List.of()));
  }
}
