package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryOffice;
import org.yongjun.pass.app.StoryPhone;
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

  /** One visit each in two cities: 60.00 and 0 are in the province's figure as two visits. */
  @Test
  @Covers(value = "S01-252", by = "GET /v1/figures")
  void hebeiCountsTheVisitsOfItsCities() {
    Place hebei = Place.of("hebei-2023");
    Sum before = Sum.of(hebei.office(), "130000");
    Counter lane =
        hebei.venue("STATION").in("130702").tagged("优先通道").charging("PRIORITY", 0).open();
    assertEquals("0/0/0/0 hebei-2023/2", lane.use("VETERAN@130402", "PRIORITY"));
    Counter desk =
        Place.of("baoding-2023").venue("PROPERTY_DEVELOPER").charging("HOME", 20_000_000).open();
    assertEquals(
        "20000000/20000000/10000000/10000000 baoding-2023/1", desk.use("VETERAN@130602*3", "HOME"));
    assertEquals(new Sum(2, 10_000_000), Sum.of(hebei.office(), "130000").since(before));
  }

  /** 0.30 off each of 50 and of 20 litres are 15.00 and 6.00: 21.00 in all. */
  @Test
  @Covers(value = "S04-03", by = "GET /v1/figures")
  void jiangjinAddsUpWhatFuelCostLess() {
    Place jiangjin = Place.of("jiangjin-2024");
    Counter pump = jiangjin.venue("FUEL_STATION").tagged("帅乡情").open();
    jiangjin.offer(
        pump,
        "FUEL",
        "{\"kind\": \"PER_UNIT_OFF\", \"offFenPerUnit\": 30, \"unit\": \"LITRE\"}",
        "jiangjin-2024/1");
    Sum before = Sum.of(jiangjin.office(), "500116");
    assertEquals(
        "39250/39250/37750/1500 terms", pump.useOf("VETERAN@500116", "FUEL", 39_250, 50_000));
    assertEquals(
        "15700/15700/15100/600 terms", pump.useOf("SERVICEPERSON@500116", "FUEL", 15_700, 20_000));
    assertEquals(new Sum(2, 2100), Sum.of(jiangjin.office(), "500116").since(before));
    assertEquals("700余万元", ReportMoney.print(700_399_945));
  }

  /** Two dependents are accompanied, one of them three times: two persons in four visits. */
  @Test
  @Covers(value = "S01-226", by = "GET /v1/figures/persons")
  void handanCountsEachPersonOnce() {
    Place handan = Place.of("handan-2023");
    Counter hospital = handan.venue("HOSPITAL").tagged("拥军医疗机构").charging("COMPANY", 0).open();
    Sum before = Sum.of(handan.office(), "130400");
    for (int times : new int[] {1, 3}) {
      StoryPhone dependent = Holders.phoneOf(Holders.register("MILITARY_DEPENDENT@130402"));
      for (int i = 0; i < times; i++) {
        assertEquals("0/0/0/0 handan-2023/1", hospital.use(dependent, "COMPANY"));
      }
    }
    assertEquals(4, Sum.of(handan.office(), "130400").since(before).visits());
    assertEquals(
        2,
        Holders.HTTP
            .get("/v1/figures/persons?region=130400&venueId=" + hospital.venueId(), handan.token())
            .expect(200)
            .number("total"));
  }
}
