package org.yongjun.pass.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By hand: of 2.00 one fen is paid, 1.99 is the value; who rides free anyway pays nothing. */
class PuyangCatalogueTest {
  private static final ShippedCatalogue CATALOGUE =
      ShippedCatalogue.of("puyang-2023.yaml").through("ZHONGYUAN_BANK");

  @ParameterizedTest
  @CsvSource({
    "VETERAN@410902, BUS@410900, FARE 200, 1/199",
    "VETERAN@410902, BUS@410900, FARE 200 0, 0/0",
    "SERVICEPERSON@410902, BUS@410900, FARE 200, CLASS_NOT_ENTITLED",
    "VETERAN@410502, BUS@410900, FARE 200, REGION_NOT_ENTITLED",
  })
  void paysWhatTheReportSays(String holder, String venue, String bill, String payableAndValue) {
    assertEquals(payableAndValue, CATALOGUE.quote(holder, venue, bill));
  }

  @Test
  void byAnyOtherChannelTheWholeFareIsDue() {
    ShippedCatalogue byCash = CATALOGUE.through("CASH");
    assertEquals("CONDITION_FAILED", byCash.quote("VETERAN@410902", "BUS@410900", "FARE 200"));
  }
}
