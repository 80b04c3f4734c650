package org.yongjun.pass.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * By hand: 45.00 is waived for either report's groups; the bus is free for the city's
 * servicepersons.
 */
class ZhangyeCatalogueTest {
  private static final ShippedCatalogue CATALOGUE = ShippedCatalogue.of("zhangye-2023.yaml");

  @ParameterizedTest
  @CsvSource({
    "MILITARY_DEPENDENT@130402, SCENIC_SPOT@620702 4 CITY_OWNED, ADMISSION 4500, 0/4500",
    "SERVICEPERSON@130402, SCENIC_SPOT@620702 4 CITY_OWNED, ADMISSION 4500, 0/4500",
    "VETERAN@620702, SCENIC_SPOT@620702 5 CITY_OWNED, ADMISSION 4500, CLASS_NOT_ENTITLED",
    "SERVICEPERSON@620702, BUS@620700, FARE 100, 0/100",
    "SERVICEPERSON@130402, BUS@620700, FARE 100, REGION_NOT_ENTITLED",
  })
  void paysWhatTheReportSays(String holder, String venue, String bill, String payableAndValue) {
    assertEquals(payableAndValue, CATALOGUE.quote(holder, venue, bill));
  }
}
