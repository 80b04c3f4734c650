package org.yongjun.pass.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By hand: 300.01 × 85 % = 255.0085, half up 255.01, value 45.00. */
class GuanganCatalogueTest {
  private static final ShippedCatalogue CATALOGUE = ShippedCatalogue.of("guangan-hospital.yaml");

  @ParameterizedTest
  @CsvSource({
    "VETERAN@130402, HOSPITAL@511602 0 STATE_OWNED 军人医疗优待医院, REGISTRATION_FEE 500, 0/500",
    "OTHER_BENEFICIARY@511602, HOSPITAL@511602 0 STATE_OWNED 军人医疗优待医院, PRIORITY_PAYMENT 0, 0/0",
    "SERVICEPERSON@130402, HOSPITAL@511602 0 STATE_OWNED 军人医疗优待医院, CHECKUP 30001, 25501/4500",
    "VETERAN@130402, HOSPITAL@511602 0 STATE_OWNED 军人医疗优待医院, EXPERT_REGISTRATION 3000,"
        + " CONDITION_FAILED",
    "VETERAN@130402, HOSPITAL@511602 0 STATE_OWNED, REGISTRATION_FEE 500, VENUE_NOT_ACTIVE",
  })
  void paysWhatTheReportSays(String holder, String venue, String bill, String payableAndValue) {
    assertEquals(payableAndValue, CATALOGUE.quote(holder, venue, bill));
  }
}
