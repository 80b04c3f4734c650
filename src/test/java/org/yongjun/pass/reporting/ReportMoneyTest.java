package org.yongjun.pass.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportMoneyTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0元",
    "639, 6.39元",
    "50, 0.5元",
    "999999, 9999.99元",
    "1000000, 1万元",
    "1000001, 1万余元",
    "1234500, 1.2万余元",
    "9999999, 9.9万余元",
    "10016888, 10余万元",
    "12345678, 12万余元",
    "46790000, 46.79万元",
    "220000000, 220万元",
    "541234567, 540余万元",
    "700312050, 700余万元",
    "9999999999, 9900余万元",
    "10000000000, 1亿元",
    "12345670000, 1.2亿余元",
    "-1234500, -1.2万余元",
  })
  void aSumIsPrintedAsReportsPrintItAndNeverRoundedUp(long fen, String printed) {
    assertEquals(printed, ReportMoney.print(fen));
  }
}
