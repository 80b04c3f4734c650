package org.yongjun.pass.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportDigitsTest {
  /** The printed figures stand so in the offices' reports; the counts are such as lead to them. */
  @ParameterizedTest
  @CsvSource({
    "69, 名, 69名",
    "478, 人, 478人",
    "2308, 家, 2308家",
    "6384, 人, 6384人",
    "13200, 张, 1.32万张",
    "18000, 张, 1.8万张",
    "34000, 名, 3.4万名",
    "33000, 个, 3.3万个",
    "50417, 人, 5万余人",
    "68000, 人次, 6.8万人次",
    "90031, 张, 9万余张",
    "114000, 名, 11.4万名",
    "130001, 张, 13万余张",
    "136999, 张, 13万余张",
    "780000, 人次, 78万人次",
    "5358000, 人次, 535.8万人次",
  })
  void aCountIsPrintedAsReportsPrintIt(long count, String measure, String printed) {
    assertEquals(printed, ReportDigits.count(count, measure));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0人",
    "9999, 9999人",
    "10000, 1万人",
    "10001, 1万余人",
    "19999, 1.9万余人",
    "99999, 9.9万余人",
    "100001, 10余万人",
    "199999, 19万余人",
    "999999, 99万余人",
    "1999999, 190余万人",
    "99999999, 9900余万人",
    "100000000, 1亿人",
    "199999999, 1.9亿余人",
    "-13001, -1.3万余人",
  })
  void noCountIsPrintedLargerThanItIs(long count, String printed) {
    assertEquals(printed, ReportDigits.count(count, "人"));
  }
}
