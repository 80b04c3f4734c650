package org.yongjun.pass.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By hand: a fare of 2.00 is free for the city's veterans. */
class WuhuCatalogueTest {
  private static final ShippedCatalogue CATALOGUE = ShippedCatalogue.of("wuhu-2023-1.yaml");

  @ParameterizedTest
  @CsvSource({
    "VETERAN@340202, BUS@340200, FARE 200, 0/200",
    "VETERAN+MILITARY_DEPENDENT@340202, BUS@340200, FARE 200 100, 0/100",
    "VETERAN@340102, BUS@340200, FARE 200, REGION_NOT_ENTITLED",
    "SERVICEPERSON@340202, BUS@340200, FARE 200, CLASS_NOT_ENTITLED",
    "VETERAN@340202, METRO@340200, FARE 200, VENUE_NOT_ACTIVE",
  })
  void paysWhatTheReportSays(String holder, String venue, String bill, String payableAndValue) {
    assertEquals(payableAndValue, CATALOGUE.quote(holder, venue, bill));
  }
}
