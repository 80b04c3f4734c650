package org.yongjun.pass.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By hand: a fare of 2.00 is free; a ticket is reduced by a sum that nobody has stated. */
class BeihaiCatalogueTest {
  private static final ShippedCatalogue CATALOGUE = ShippedCatalogue.of("beihai-2023.yaml");

  @ParameterizedTest
  @CsvSource({
    "VETERAN@130402, BUS@450502, FARE 200, 0/200",
    "MARTYR_SURVIVOR@620702, BUS@450502, FARE 200 0, 0/0",
    "SERVICEPERSON@450502, BUS@450502, FARE 200, CLASS_NOT_ENTITLED",
    "SERVICEPERSON@130402, SCENIC_SPOT@450503 4 STATE_OWNED, ADMISSION 8000, NOT_PRICED",
    "VETERAN@130402, SCENIC_SPOT@450503 4 PRIVATE, ADMISSION 8000, VENUE_NOT_ACTIVE",
  })
  void paysWhatTheReportSays(String holder, String venue, String bill, String payableAndValue) {
    assertEquals(payableAndValue, CATALOGUE.quote(holder, venue, bill));
  }
}
