package org.yongjun.pass.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * By hand: 22.00 × 80 % = 17.60; 19.95 × 90 % = 17.955, half up 17.96; two classes pay 90 %, not 81
 * %.
 */
class HandanCatalogueTest {
  private static final ShippedCatalogue CATALOGUE = ShippedCatalogue.of("handan-pharmacy.yaml");

  @ParameterizedTest
  @CsvSource({
    "SERVICEPERSON@130402, PHARMACY@130402 0 PRIVATE 书民大药房, GOODS 2200, 1760/440",
    "VETERAN@130481, PHARMACY@130402 0 PRIVATE 书民大药房, GOODS 1995, 1796/199",
    "VETERAN+MILITARY_DEPENDENT@130402, PHARMACY@130402 0 PRIVATE 书民大药房, GOODS 1000, 900/100",
    "SERVICEPERSON+MILITARY_DEPENDENT@130402, PHARMACY@130402 0 PRIVATE 书民大药房, GOODS 1000 950,"
        + " 760/190",
    "VETERAN@130606, PHARMACY@130402 0 PRIVATE 书民大药房, GOODS 1000, REGION_NOT_ENTITLED",
  })
  void paysWhatTheReportSays(String holder, String venue, String bill, String payableAndValue) {
    assertEquals(payableAndValue, CATALOGUE.quote(holder, venue, bill));
  }
}
