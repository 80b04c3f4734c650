package org.yongjun.pass.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time by which programmes, limits and figures reckon: China's, wherever a server stands. */
public final class BusinessTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private BusinessTime() {}

  /** The business day in which {@code instant} lies. */
  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }
}
