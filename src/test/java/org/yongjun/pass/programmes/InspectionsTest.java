package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;

/**
 * Goal: an inspection goes from its notice over checks and rectification to the meeting, and what
 * it says of itself adds up. Method: over HTTP by the offices of the places, about partners of a
 * class of each test's own.
 */
class InspectionsTest {
  private static final String ANNOUNCE = "POST /v1/inspections";
  private static final String DRAW = "POST /v1/inspections/{inspectionId}/draw";
  private static final String FIND = "POST /v1/inspections/{inspectionId}/findings";
  private static final String RECHECK = "POST /v1/inspections/{inspectionId}/rechecks";
  private static final String CLOSE = "POST /v1/inspections/{inspectionId}/closing";
  private static final String READ = "GET /v1/inspections/{inspectionId}";

  private static String announce(Partners office, String title, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("region", office.region());
    body.put("title", title);
    body.put("beginsOn", Partners.TODAY.toString());
    body.put("endsOn", Partners.TODAY.plusDays(30).toString());
    return office.post(Role.CLERK, "/v1/inspections", body).expect(201).text("inspectionId");
  }

  private static StoryHttp.Reply draw(Partners office, String inspection, Map<String, ?> how) {
    return office.post(Role.CLERK, "/v1/inspections/" + inspection + "/draw", how).expect(200);
  }

  private static StoryHttp.Reply find(
      Partners office, String inspection, String venue, boolean hasPassed) {
    Map<String, Object> body =
        new HashMap<>(Map.of("venueId", venue, "passed", hasPassed, "text", "惠军措施兑现情况"));
    if (!hasPassed) {
      body.put("deadline", Partners.TODAY.plusDays(15).toString());
    }
    return office.post(Role.CLERK, "/v1/inspections/" + inspection + "/findings", body).expect(201);
  }

  private static void recheck(Partners office, String inspection, String venue, String decision) {
    office
        .post(
            Role.REVIEWER,
            "/v1/inspections/" + inspection + "/rechecks",
            Map.of("venueId", venue, "decision", decision, "text", "复查"))
        .expect(201);
  }

  /** drawn checked passed toRectify rectified suspended delisted open. */
  private static String result(StoryHttp.Reply inspection) {
    List<String> numbers = new ArrayList<>();
    for (String each :
        new String[] {
          "drawn", "checked", "passed", "toRectify", "rectified", "suspended", "delisted", "open"
        }) {
      numbers.add(Long.toString(inspection.number("result/" + each)));
    }
    return String.join(" ", numbers);
  }

  /**
   * A notice with its title, a sweep of all 8 shops (5 pass, 2 of the other 3 mend, 1 goes), a spot
   * check of 3 of the 7 that are left, and a meeting that is told.
   */
  @Test
  @Covers(
      value = {"S00-01", "S00-02", "S00-03"},
      by = {ANNOUNCE, DRAW, FIND, RECHECK, CLOSE, READ})
  void campaignOfJinnanGoesFromItsNoticeToTheMeeting() {
    Partners jinnan = new Partners("120112");
    String store = jinnan.partnerClass("拥军门店", true);
    List<String> shops = jinnan.enter(8, "PHARMACY", Partners.plaque(store, "第一批"));
    String sweep =
        announce(
            jinnan,
            "惠军措施落实情况专项整治",
            Map.of("document", "关于开展惠军措施落实情况专项整治的通知", "partnerClass", store));
    StoryHttp.Reply announced = jinnan.get("/v1/inspections/" + sweep);
    assertEquals("ANNOUNCED", announced.text("state"));
    assertEquals("关于开展惠军措施落实情况专项整治的通知", announced.text("document"));

    assertEquals(8, draw(jinnan, sweep, Map.of()).number("draw/drawn"));
    for (int i = 0; i < shops.size(); i++) {
      find(jinnan, sweep, shops.get(i), i < 5);
    }
    assertEquals("8 8 5 3 0 0 0 3", result(jinnan.get("/v1/inspections/" + sweep)));
    // The street reports that one has mended; the office looks again at all three.
    jinnan
        .post(
            Role.CLERK,
            "/v1/inspections/" + sweep + "/rectifications",
            Map.of("venueId", shops.get(5), "text", "街镇督导，已整改"))
        .expect(201);
    recheck(jinnan, sweep, shops.get(5), "RECTIFIED");
    recheck(jinnan, sweep, shops.get(6), "RECTIFIED");
    recheck(jinnan, sweep, shops.get(7), "DELISTED");
    StoryHttp.Reply closed =
        jinnan
            .post(
                Role.REVIEWER,
                "/v1/inspections/" + sweep + "/closing",
                Map.of("report", "专题会议通报检查情况：8家中7家合格"))
            .expect(200);
    assertEquals("CLOSED", closed.text("state"));
    assertEquals("专题会议通报检查情况：8家中7家合格", closed.text("report"));
    assertEquals("8 8 5 3 2 0 1 0", result(closed));

    String spot = announce(jinnan, "拥军门店抽查", Map.of("partnerClass", store));
    StoryHttp.Reply drawn = draw(jinnan, spot, Map.of("size", 3, "seed", "jinnan-1"));
    assertEquals(7, drawn.number("draw/population"));
    assertEquals("jinnan-1", drawn.text("draw/seed"));
    List<Map<String, Object>> sample =
        jinnan.get("/v1/inspections/" + spot + "/venues").list("venues");
    assertEquals(3, sample.size());
    sample.forEach(each -> find(jinnan, spot, each.get("venueId").toString(), true));
    assertEquals("3 3 3 0 0 0 0 0", result(jinnan.get("/v1/inspections/" + spot)));
  }

  /** The province looks at 4 partners of a district; the district reads what was found. */
  @Test
  @Covers(
      value = "S01-149",
      by = {ANNOUNCE, FIND, READ})
  void theProvinceInspectsPartnersOfXiDistrict() {
    Partners district = new Partners("510403");
    Partners province = new Partners("510000");
    String model = district.partnerClass("双拥示范点", true);
    List<String> points = district.enter(4, "GALLERY", Partners.plaque(model, "示范"));
    Map<String, Object> notice =
        Map.of(
            "region",
            "510403",
            "title",
            "优惠优待政策落实情况检查",
            "inspectingBody",
            "四川省退役军人事务厅检查组",
            "beginsOn",
            Partners.TODAY.toString(),
            "endsOn",
            Partners.TODAY.toString(),
            "partnerClass",
            model);
    String inspection =
        province.post(Role.CLERK, "/v1/inspections", notice).expect(201).text("inspectionId");
    draw(province, inspection, Map.of());
    for (String each : points) {
      find(province, inspection, each, !each.equals(points.getFirst()));
    }
    StoryHttp.Reply told = district.get("/v1/inspections/" + inspection);
    assertEquals("四川省退役军人事务厅检查组", told.text("inspectingBody"));
    assertEquals("4 4 3 1 0 0 0 1", result(told));
    // No partner and no district inspects for the province.
    district
        .post(
            Role.CLERK,
            "/v1/inspections",
            Map.of(
                "region",
                "510000",
                "title",
                "检查",
                "beginsOn",
                Partners.TODAY.toString(),
                "endsOn",
                Partners.TODAY.toString()))
        .expect(403);
  }

  /**
   * The ledger of a city: every check with what is open, and by when. One of 5 stations is late; it
   * cannot be closed before that one is settled.
   */
  @Test
  @Covers(
      value = "S01-180",
      by = {"GET /v1/inspections", "GET /v1/inspections/{inspectionId}/venues", CLOSE})
  void zhangyeKeepsALedgerOfItsChecks() {
    Partners zhangye = new Partners("620700");
    String station = zhangye.partnerClass("创建工作责任单位", false);
    List<String> units = zhangye.enter(5, "GOVERNMENT_COUNTER", Partners.plaque(station, "创建"));
    String first = announce(zhangye, "创建工作督查（一）", Map.of("partnerClass", station));
    draw(zhangye, first, Map.of());
    units.forEach(each -> find(zhangye, first, each, !each.equals(units.getLast())));
    String second = announce(zhangye, "创建工作督查（二）", Map.of("partnerClass", station));
    assertEquals(
        List.of("创建工作督查（一） DRAWN 1", "创建工作督查（二） ANNOUNCED 0"),
        zhangye.get("/v1/inspections?pageSize=100&region=620700").list("inspections").stream()
            .filter(each -> List.of(first, second).contains(each.get("inspectionId")))
            .map(
                each ->
                    each.get("title")
                        + " "
                        + each.get("state")
                        + " "
                        + ((Map<?, ?>) each.get("result")).get("open"))
            .toList());
    Map<String, Object> late =
        zhangye.get("/v1/inspections/" + first + "/venues").list("venues").stream()
            .filter(each -> "TO_RECTIFY".equals(each.get("state")))
            .findFirst()
            .orElseThrow();
    assertEquals(units.getLast(), late.get("venueId"));
    assertEquals(Partners.TODAY.plusDays(15).toString(), late.get("deadline"));
    String closing = "/v1/inspections/" + first + "/closing";
    zhangye.post(Role.REVIEWER, closing, Map.of("report", "督查通报")).expect(409);
    recheck(zhangye, first, units.getLast(), "RECTIFIED");
    zhangye.post(Role.REVIEWER, closing, Map.of("report", "督查通报")).expect(200);
  }
}
