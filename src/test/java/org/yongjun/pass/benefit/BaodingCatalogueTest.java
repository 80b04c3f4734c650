package org.yongjun.pass.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By hand: 1,200,000.00 − 100,000.00 = 1,100,000.00; 80,000.00 less all of it is 0. */
class BaodingCatalogueTest {
  private static final ShippedCatalogue CATALOGUE = ShippedCatalogue.of("baoding-2023.yaml");

  @ParameterizedTest
  @CsvSource({
    "VETERAN@130606*3, PROPERTY_DEVELOPER@130606, HOME 120000000, 110000000/10000000",
    "SERVICEPERSON@130602*1, PROPERTY_DEVELOPER@130606, HOME 8000000, 0/8000000",
    "VETERAN@130606, PROPERTY_DEVELOPER@130606, HOME 120000000, CONDITION_FAILED",
    "VETERAN@130402*3, PROPERTY_DEVELOPER@130606, HOME 120000000, REGION_NOT_ENTITLED",
    "MILITARY_DEPENDENT@130606, SHOP@130606 0 PRIVATE 尊崇价, GOODS 10000, NOT_PRICED",
  })
  void paysWhatTheReportSays(String holder, String venue, String bill, String payableAndValue) {
    assertEquals(payableAndValue, CATALOGUE.quote(holder, venue, bill));
  }
}
