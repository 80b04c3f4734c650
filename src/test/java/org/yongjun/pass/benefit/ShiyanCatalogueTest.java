package org.yongjun.pass.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By hand: 60.00 is waived at any rated site but the one that is named. */
class ShiyanCatalogueTest {
  private static final ShippedCatalogue CATALOGUE = ShippedCatalogue.of("shiyan-2023.yaml");

  @ParameterizedTest
  @CsvSource({
    "VETERAN@420302, SCENIC_SPOT@420302 1 PRIVATE, ADMISSION 6000, 0/6000",
    "SERVICEPERSON@420381, SCENIC_SPOT@420302 5 PRIVATE, ADMISSION 6000 5000, 0/5000",
    "VETERAN@420302, SCENIC_SPOT@420381 5 STATE_OWNED 武当山景区, ADMISSION 13000, VENUE_NOT_ACTIVE",
    "VETERAN@420302, SCENIC_SPOT@420302 0 PRIVATE, ADMISSION 6000, VENUE_NOT_ACTIVE",
    "MILITARY_DEPENDENT@420302, SCENIC_SPOT@420302 3 PRIVATE, ADMISSION 6000, CLASS_NOT_ENTITLED",
  })
  void paysWhatTheReportSays(String holder, String venue, String bill, String payableAndValue) {
    assertEquals(payableAndValue, CATALOGUE.quote(holder, venue, bill));
  }
}
