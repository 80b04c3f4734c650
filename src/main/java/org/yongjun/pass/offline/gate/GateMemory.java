package org.yongjun.pass.offline.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.offline.verify.ReplayKey;

/**
 * What a gate remembers of its journal to decide by: spent codes, who is inside, counts of the day,
 * and admissions that may still be annulled. Everything in it follows from the journal's entries,
 * and what cannot matter any more is forgotten. Not thread-safe.
 */
final class GateMemory {
  /** The device that admitted may take it back for so long. */
  static final long ANNUL_SECONDS = 15 * 60;

  /** Whoever did not leave through a gate counts as gone from this hour of the business time. */
  static final LocalTime AUTOMATIC_EXIT = LocalTime.of(3, 0);

  private static final long FORGET_EVERY_SECONDS = 60;
  private static final long PRESENCE_SECONDS = 2 * 86_400;

  private final Map<ReplayKey, Long> spentUntil = new HashMap<>();
  private final Map<GateEntry.Person, Presence> presences = new HashMap<>();
  private final Map<Counted, Integer> counts = new HashMap<>();
  private final Map<String, Recent> recent = new HashMap<>();
  private long forgottenSeconds;
  private long acknowledgedThrough;

  /** The last time that somebody was admitted here, and whether they are still inside. */
  record Presence(long timeSeconds, String clientId, String gate, boolean isInside) {}

  /** What is counted on one business day: a gate, a person at a gate, or a card. */
  private record Counted(LocalDate day, String gate, Object who) {}

  /** An admission with what was there before it. */
  private record Recent(GateEntry.Passed passed, @Nullable Presence before) {}

  private record Card(int issuer, long bindingIndex) {}

  /**
   * @param nowSeconds what was over before then is not taken up
   */
  GateMemory(long nowSeconds) {
    this.forgottenSeconds = nowSeconds;
  }

  /**
   * Takes up one entry, in the order of the journal. Its time says nothing of what is over: after
   * the clock was set back the journal holds times that lie ahead.
   */
  void apply(GateEntry entry) {
    if (entry instanceof GateEntry.Passed passed) {
      applyPassed(passed);
    } else if (entry instanceof GateEntry.Annulled annulled) {
      applyAnnulled(annulled);
    } else if (entry instanceof GateEntry.Acknowledged acknowledged) {
      acknowledgedThrough = acknowledged.throughNumber();
    }
  }

  /**
   * Forgets what is over, now and then.
   *
   * @param nowSeconds the gate's time, behind which its clock does not fall any more
   */
  void forget(long nowSeconds) {
    if (nowSeconds - forgottenSeconds < FORGET_EVERY_SECONDS) {
      return;
    }
    forgottenSeconds = nowSeconds;
    spentUntil.values().removeIf(until -> until < nowSeconds);
    presences.values().removeIf(each -> each.timeSeconds() < nowSeconds - PRESENCE_SECONDS);
    recent.values().removeIf(each -> each.passed().timeSeconds() < nowSeconds - ANNUL_SECONDS);
    LocalDate yesterday = dayOf(nowSeconds).minusDays(1);
    counts.keySet().removeIf(each -> each.day().isBefore(yesterday));
  }

  /** The highest number up to which the server has answered every tap. */
  long acknowledgedThrough() {
    return acknowledgedThrough;
  }

  boolean isSpent(ReplayKey key) {
    return spentUntil.containsKey(key);
  }

  /** Who is inside by this gate's own knowledge; nobody stays past the automatic exit. */
  Optional<Presence> findInside(int issuer, HolderTag holderTag, long nowSeconds) {
    return findPresence(issuer, holderTag)
        .filter(Presence::isInside)
        .filter(presence -> presence.timeSeconds() >= lastAutomaticExit(nowSeconds));
  }

  Optional<Presence> findPresence(int issuer, HolderTag holderTag) {
    return Optional.ofNullable(presences.get(new GateEntry.Person(issuer, holderTag)));
  }

  /**
   * Whether a person was admitted less than an interval ago. After the clock was set back an
   * admission may lie ahead, and nobody waits for it.
   */
  boolean isTooSoon(int issuer, HolderTag holderTag, long intervalSeconds, long nowSeconds) {
    return findPresence(issuer, holderTag)
        .map(last -> nowSeconds - last.timeSeconds())
        .filter(passed -> passed >= 0 && passed < intervalSeconds)
        .isPresent();
  }

  /** How many were admitted at a gate on the business day of that time. */
  int countAtGate(String gate, long nowSeconds) {
    return count(new Counted(dayOf(nowSeconds), gate, ""));
  }

  int countOfPerson(String gate, int issuer, HolderTag holderTag, long nowSeconds) {
    GateEntry.Person person = new GateEntry.Person(issuer, holderTag);
    return count(new Counted(dayOf(nowSeconds), gate, person));
  }

  /** How often a static card was used on that day, at any gate of this journal. */
  int countOfCard(int issuer, long bindingIndex, long nowSeconds) {
    return count(new Counted(dayOf(nowSeconds), "", new Card(issuer, bindingIndex)));
  }

  /** An admission that may still be taken back. */
  Optional<GateEntry.Passed> findAnnullable(String clientId, long nowSeconds) {
    return Optional.ofNullable(recent.get(clientId))
        .map(Recent::passed)
        .filter(passed -> nowSeconds - passed.timeSeconds() <= ANNUL_SECONDS);
  }

  /** The last moment of the automatic exit that is not after that time. */
  static long lastAutomaticExit(long nowSeconds) {
    ZonedDateTime now = Instant.ofEpochSecond(nowSeconds).atZone(BusinessTime.ZONE);
    ZonedDateTime today = now.toLocalDate().atTime(AUTOMATIC_EXIT).atZone(BusinessTime.ZONE);
    return (today.isAfter(now) ? today.minusDays(1) : today).toEpochSecond();
  }

  private void applyPassed(GateEntry.Passed passed) {
    ReplayKey key = passed.replayKey();
    if (key != null && passed.spentUntilSeconds() >= forgottenSeconds) {
      spentUntil.put(key, passed.spentUntilSeconds());
    }
    if (passed.timeSeconds() < forgottenSeconds - PRESENCE_SECONDS) {
      return;
    }
    Presence before = presences.get(passed.person());
    boolean isIn = passed.direction() == Direction.IN;
    if (isIn) {
      presences.put(
          passed.person(),
          new Presence(passed.timeSeconds(), passed.clientId(), passed.gate(), true));
      count(passed, 1);
      recent.put(passed.clientId(), new Recent(passed, before));
    } else if (before != null) {
      presences.put(
          passed.person(),
          new Presence(before.timeSeconds(), before.clientId(), before.gate(), false));
    }
  }

  /** The code stays spent. */
  private void applyAnnulled(GateEntry.Annulled annulled) {
    Recent taken = recent.remove(annulled.names());
    if (taken == null) {
      return;
    }
    count(taken.passed(), -1);
    Presence now = presences.get(taken.passed().person());
    if (now == null || !now.clientId().equals(annulled.names())) {
      return;
    }
    if (taken.before() == null) {
      presences.remove(taken.passed().person());
    } else {
      presences.put(taken.passed().person(), taken.before());
    }
  }

  private void count(GateEntry.Passed passed, int by) {
    LocalDate day = dayOf(passed.timeSeconds());
    counts.merge(new Counted(day, passed.gate(), ""), by, Integer::sum);
    counts.merge(new Counted(day, passed.gate(), passed.person()), by, Integer::sum);
    if (passed.replayKey() == null) {
      Card card = new Card(passed.person().issuer(), passed.bindingIndex());
      counts.merge(new Counted(day, "", card), by, Integer::sum);
    }
  }

  private int count(Counted counted) {
    return counts.getOrDefault(counted, 0);
  }

  private static LocalDate dayOf(long seconds) {
    return BusinessTime.dayOf(Instant.ofEpochSecond(seconds));
  }
}
