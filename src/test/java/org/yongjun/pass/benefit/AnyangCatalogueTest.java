package org.yongjun.pass.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By hand: transport and culture are free for veterans and dependents from anywhere. */
class AnyangCatalogueTest {
  private static final ShippedCatalogue CATALOGUE = ShippedCatalogue.of("anyang-2023.yaml");

  @ParameterizedTest
  @CsvSource({
    "VETERAN@130402, METRO@410500, FARE 350, 0/350",
    "MILITARY_DEPENDENT@620702, FERRY@410500, FARE 1000 700, 0/700",
    "VETERAN@130402, MUSEUM@410502, ADMISSION 2000, 0/2000",
    "MILITARY_DEPENDENT@130402, SCENIC_SPOT@410502 5 PRIVATE, ADMISSION 9000, 0/9000",
    "SERVICEPERSON@410502, BUS@410500, FARE 150, CLASS_NOT_ENTITLED",
  })
  void paysWhatTheReportSays(String holder, String venue, String bill, String payableAndValue) {
    assertEquals(payableAndValue, CATALOGUE.quote(holder, venue, bill));
  }
}
