package org.yongjun.pass.offline.gate;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.offline.token.CodeText;

/**
 * The decisions of the last seconds: a scanner reads a code that is held in front of it several
 * times, and each time is told the first decision. Not thread-safe.
 */
final class Repeats {
  static final long SECONDS = 5;

  /** More than a reader reads in those seconds. */
  private static final int SIZE_MAX = 1000;

  private final Map<Reading, GateDecision> decisions = new LinkedHashMap<>();

  /** The same code at the same reader, for the same thing. */
  private record Reading(String code, Passage passage) {}

  Optional<GateDecision> find(String code, Passage passage, long nowSeconds) {
    return Optional.ofNullable(decisions.get(new Reading(code, passage)))
        .filter(first -> Math.abs(nowSeconds - first.timeSeconds()) <= SECONDS)
        .map(GateDecision::asRepeat);
  }

  void put(String code, GateDecision decision) {
    Iterator<GateDecision> eldest = decisions.values().iterator();
    while (eldest.hasNext()) {
      boolean isOver = decision.timeSeconds() - eldest.next().timeSeconds() > SECONDS;
      if (!isOver && decisions.size() < SIZE_MAX) {
        break;
      }
      eldest.remove();
    }
    if (code.length() <= CodeText.LENGTH_MAX) {
      Reading reading = new Reading(code, decision.passage());
      decisions.remove(reading);
      decisions.put(reading, decision);
    }
  }
}
