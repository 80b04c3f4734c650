package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryOffice;
import org.yongjun.pass.reporting.ReportMoney;

/**
 * Goal: what a report prints as a figure is a sum over what was redeemed. Method: a few uses over
 * HTTP by hand, the figure before and after, and the report's own figure through the printer at its
 * full size.
 */
class FiguresTest {
  /** Visits and benefit value of today. */
  private record Sum(long visits, long valueFen) {
    static Sum of(StoryOffice office, String region) {
      StoryHttp.Reply figure = office.figure(region, "");
      return new Sum(figure.number("total/visits"), figure.number("total/benefitValueFen"));
    }

    Sum since(Sum before) {
      return new Sum(visits - before.visits, valueFen - before.valueFen);
    }
  }

  /** Three visits, one of them by the same veteran again: 20.00 + 20.00 + 5.00 = 45.00. */
  @Test
  @Covers(value = "S01-147", by = "GET /v1/figures")
  void xiDistrictCountsVisitsAndWhatTheySaved() {
    Place district = Place.of("panzhihua-xi-2023");
    Counter reserve = district.venue("NATURE_RESERVE").charging("ADMISSION_BASIC", 2000).open();
    Counter library = district.venue("LIBRARY").charging("ADMISSION_BASIC", 500).open();
    Sum before = Sum.of(district.office(), "510403");
    reserve.use("VETERAN@510403", "ADMISSION_BASIC");
    reserve.use("VETERAN@510403", "ADMISSION_BASIC");
    library.use("SERVICEPERSON@510403", "ADMISSION_BASIC");
    assertEquals(new Sum(3, 4500), Sum.of(district.office(), "510403").since(before));
    assertEquals("10余万元", ReportMoney.print(10_372_650));
  }
}
