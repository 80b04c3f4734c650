package org.yongjun.pass.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PositionTest {
  @Test
  void theBoxAroundACircleHoldsIt() {
    // A degree is 111.195 km; at 60° north one of longitude is half as long.
    Position.Box box = Position.ofDegrees(60, 100).around(11_120);
    assertTrue(box.minLatitudeE6() <= 59_900_000 && box.maxLatitudeE6() >= 60_100_000);
    assertTrue(box.minLongitudeE6() <= 99_800_000 && box.maxLongitudeE6() >= 100_200_000);
    assertTrue(box.maxLongitudeE6() < 100_210_000);
  }

  @Test
  void atAPoleTheBoxGoesRound() {
    assertEquals(180_000_000, Position.ofDegrees(90, 0).around(1).maxLongitudeE6());
  }

  @Test
  void aPositionIsOnEarthAndNeverPrinted() {
    assertThrows(IllegalArgumentException.class, () -> Position.ofDegrees(90.1, 0));
    assertEquals("Position", Position.ofDegrees(21.4, 109.1).toString());
  }
}
