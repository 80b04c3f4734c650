package org.yongjun.pass.platform.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.platform.Ids;

class TimeOrderedIdsTest {
  private static final Instant NOON = Instant.parse("2026-07-01T04:00:00Z");
  private final SecureRandom random = new SecureRandom();

  @Test
  void everyIdHas26CharactersOfCrockfordsAlphabet() {
    Ids ids = new TimeOrderedIds(random, Clock.fixed(NOON, ZoneOffset.UTC));
    for (int i = 0; i < 1_000; i++) {
      assertTrue(ids.next().matches("[0-7][0-9a-hjkmnp-tv-z]{25}"));
    }
    assertEquals(26, Ids.LENGTH);
  }

  @Test
  void idsOfOneMillisecondDifferAndKeepTheirOrder() {
    Ids ids = new TimeOrderedIds(random, Clock.fixed(NOON, ZoneOffset.UTC));
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      drawn.add(ids.next());
    }
    assertEquals(drawn.size(), new HashSet<>(drawn).size());
    assertEquals(drawn.stream().sorted().toList(), drawn);
  }

  @Test
  void laterIdsSortAfterEarlierOnesOfOtherInstances() {
    Clock noon = Clock.fixed(NOON, ZoneOffset.UTC);
    Clock later = Clock.offset(noon, Duration.ofSeconds(2));
    for (int i = 0; i < 100; i++) {
      String first = new TimeOrderedIds(random, noon).next();
      String second = new TimeOrderedIds(random, later).next();
      assertTrue(first.compareTo(second) < 0);
    }
  }
}
