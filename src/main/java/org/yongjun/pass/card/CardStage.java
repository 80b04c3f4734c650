package org.yongjun.pass.card;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How far an application has come. Stored by name: never rename. */
public enum CardStage {
  APPLIED,
  ACCEPTED,
  REVIEWED,
  APPROVED,
  MADE,
  ISSUED,
  ACTIVATED,
  /** Papers are missing; the application goes on once they are there. */
  RETURNED,
  REFUSED,
  WITHDRAWN;

  private static final Map<CardStage, Set<CardStage>> NEXT = next();

  /** Whether a step leads from here to {@code other}. */
  public boolean mayBecome(CardStage other) {
    return NEXT.getOrDefault(this, Set.of()).contains(other);
  }

  /** Whether the application stands: refused and withdrawn ones make room for another. */
  public boolean stands() {
    return this != REFUSED && this != WITHDRAWN;
  }

  /** Steps that only a reviewer takes. */
  public boolean isOfReviewer() {
    return this == REVIEWED || this == APPROVED;
  }

  private static Map<CardStage, Set<CardStage>> next() {
    Set<CardStage> ends = EnumSet.of(RETURNED, REFUSED, WITHDRAWN);
    Map<CardStage, Set<CardStage>> next = new EnumMap<>(CardStage.class);
    next.put(APPLIED, with(ends, ACCEPTED));
    next.put(ACCEPTED, with(ends, REVIEWED));
    next.put(REVIEWED, with(ends, APPROVED));
    next.put(APPROVED, EnumSet.of(MADE, WITHDRAWN));
    // A holder may die, move or lose the entitlement while the card waits at the counter.
    next.put(MADE, EnumSet.of(ISSUED, REFUSED, WITHDRAWN));
    next.put(ISSUED, EnumSet.of(ACTIVATED));
    next.put(RETURNED, EnumSet.of(APPLIED, REFUSED, WITHDRAWN));
    return next;
  }

  private static Set<CardStage> with(Set<CardStage> some, CardStage more) {
    Set<CardStage> all = EnumSet.copyOf(some);
    all.add(more);
    return all;
  }
}
