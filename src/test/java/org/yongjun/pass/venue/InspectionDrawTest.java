package org.yongjun.pass.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InspectionDrawTest {
  private static final List<String> IDS = List.of("A1", "A2", "A3", "A4", "A5");

  /** Computed outside with {@code openssl dgst -sha256 -hmac seed-1} over each id, then sorted. */
  @Test
  void theOrderIsThatOfTheHmacsUnderTheSeed() {
    assertEquals(List.of("A1", "A3", "A4", "A5", "A2"), InspectionDraw.draw("seed-1", IDS, 5));
    assertEquals(List.of("A4", "A3"), InspectionDraw.draw("seed-2", IDS, 2));
  }

  /** Computed outside with {@code sha256sum} over the five lines. */
  @Test
  void theHashIsOfTheLinesInAscendingOrder() {
    String hash = "c97a4d95056f5379d84ded64fb976b462346f80cbfe6f5a15a7c67c58f8c5f3d";
    assertEquals(hash, InspectionDraw.hash(IDS));
    assertEquals(hash, InspectionDraw.hash(List.of("A3", "A1", "A5", "A2", "A4")));
    assertNotEquals(hash, InspectionDraw.hash(IDS.subList(0, 4)));
  }

  @Test
  void theOrderOfTheListDoesNotMatterAndASmallerSampleIsTheBeginningOfALargerOne() {
    List<String> all = InspectionDraw.draw("s", IDS, 5);
    List<String> shuffled = new ArrayList<>(IDS);
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(shuffled, random);
      assertEquals(all, InspectionDraw.draw("s", shuffled, 9));
      assertEquals(all.subList(0, 3), InspectionDraw.draw("s", shuffled, 3));
    }
  }
}
