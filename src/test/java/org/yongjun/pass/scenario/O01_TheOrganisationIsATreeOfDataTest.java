package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.programmes.Covers;

/**
 * Goal: a city enters its stations in one request and reads its own report's numbers back, for any
 * day. Method: the numbers of the reports; where a report prints no split, ours is said to be so.
 */
class O01_TheOrganisationIsATreeOfDataTest {
  private final OrganisationScene city = new OrganisationScene();

  private static List<Long> unitsOf(StoryHttp.Reply figure, String list) {
    return figure.list(list).stream().map(each -> units(each)).toList();
  }

  private static long units(Map<String, Object> each) {
    return ((Number) ((Map<?, ?>) each.get("sums")).get("units")).longValue();
  }

  /** 1 + 4 + 66 + 1,038 = 1,109. */
  @Test
  @Covers(value = "S01-202", by = "GET /v1/organisation-figures")
  void aCityOfFourLevelsIsEnteredInOneRequestAndAddsUp() {
    List<String> file = city.fourLevels(4, 66, 1_038);
    StoryHttp.Reply report = city.importUnits(file).expect(200);
    assertEquals(1_109, report.number("created"));
    assertEquals(0, report.number("rejected"));
    StoryHttp.Reply figure = city.figure("");
    assertEquals(List.of(1L, 4L, 66L, 1_038L), unitsOf(figure, "levels"));
    assertEquals(1_109, figure.number("total/units"));
    assertEquals(1_109, unitsOf(figure, "parts").stream().mapToLong(n -> n).sum());
    assertFalse(figure.json().containsKey("coverage"), "nobody has said how many there should be");

    StoryHttp.Reply again = city.importUnits(file).expect(200);
    assertEquals(1_109, again.number("unchanged"));
    assertEquals(0, again.number("created"));

    String village = city.unitId("v0", "village");
    String path = "/v1/organisation-units/" + village + "/closing";
    assertEquals(
        "2026-06-30",
        city.post(path, Map.of("lastDay", "2026-06-30")).expect(200).text("closedOn"));
    city.post(path, Map.of("lastDay", "2026-06-30")).expect(200);
    city.post(path, Map.of("lastDay", "2026-07-01")).expect(409);
    assertEquals(1_109, city.figure("&day=2026-06-30").number("total/units"));
    assertEquals(1_108, city.figure("&day=2026-07-01").number("total/units"));
    assertEquals(0, city.figure("&day=2019-03-31").number("total/units"));
  }

  /** 1 + 6 + 82 + 775 = 864. */
  @Test
  @Covers(value = "S01-250", by = "GET /v1/organisation-figures")
  void anotherCitysLevelsAddUpAsItsReportSays() {
    assertEquals(864, city.importUnits(city.fourLevels(6, 82, 775)).expect(200).number("created"));
    StoryHttp.Reply figure = city.figure("");
    assertEquals(List.of(1L, 6L, 82L, 775L), unitsOf(figure, "levels"));
    assertEquals(864, figure.number("total/units"));
  }

  /** 887 of 887 are 100 %; the split 1 + 6 + 70 + 810 is ours. 886 ÷ 887 = 99.887…, never 99.89. */
  @Test
  @Covers(value = "S01-169", by = "GET /v1/organisation-figures")
  void aCoverageRateShowsBothItsNumbersAndIsRoundedDown() {
    assertEquals(887, city.importUnits(city.fourLevels(6, 70, 810)).expect(200).number("created"));
    Map<String, Integer> should = Map.of("city", 1, "county", 6, "township", 70, "village", 810);
    should.forEach((level, count) -> city.target(level, "2026-01-01", count).expect(200));
    StoryHttp.Reply whole = city.figure("");
    assertEquals(887, whole.number("coverage/existing"));
    assertEquals(887, whole.number("coverage/shouldExist"));
    assertEquals("100%", whole.text("coverage/rate"));
    city.post(
            "/v1/organisation-units/" + city.unitId("v5", "village") + "/closing",
            Map.of("lastDay", "2026-02-01"))
        .expect(200);
    assertEquals("99.88%", city.figure("&day=2026-02-02").text("coverage/rate"));
    assertEquals("100%", city.figure("&day=2026-02-01").text("coverage/rate"));
    city.target("village", "2026-02-02", 809).expect(200);
    assertEquals("100%", city.figure("&day=2026-02-02").text("coverage/rate"));
    assertFalse(city.figure("&day=2025-12-31").json().containsKey("coverage"));
  }

  /**
   * 470 bodies with 523 people, universities among them. The split is ours: 1 + 4 + 26 + 430 = 461
   * and 9 universities; 470 full time and 53 part time.
   */
  @Test
  @Covers(
      value = {"S01-088", "S01-074"},
      by = "GET /v1/organisation-figures")
  void universitiesAreALevelOfTheirOwnAndPeopleAreCounted() {
    String level = "university-" + city.scene.city;
    Map<String, Object> university =
        Map.of("level", level, "region", city.scene.city.toString(), "title", "高校", "rank", 45);
    String admin = city.scene.officer(Role.ADMIN, city.scene.city);
    city.scene.http.post("/v1/organisation-levels", admin, university).expect(201);
    city.scene.http.post("/v1/organisation-levels", admin, university).expect(409);
    List<String> file = city.fourLevels(4, 26, 430);
    for (int i = 0; i < 9; i++) {
      file.add(city.line("u" + i, level, "c", city.scene.city, 1, i == 8 ? 53 : 0));
    }
    assertEquals(470, city.importUnits(file).expect(200).number("created"));
    StoryHttp.Reply figure = city.figure("");
    assertEquals(470, figure.number("total/units"));
    assertEquals(523, figure.number("total/people"));
    assertEquals(470, figure.number("total/fullTime"));
    assertEquals(53, figure.number("total/partTime"));
    assertEquals(List.of(1L, 4L, 26L, 9L, 430L), unitsOf(figure, "levels"));

    String unit = "/v1/organisation-units/" + city.unitId("u8", level);
    city.scene
        .http
        .put(
            unit + "/staff",
            city.clerk,
            Map.of("since", "2026-03-01", "fullTime", 2, "partTime", 0))
        .expect(200);
    assertEquals(523, city.figure("&day=2026-02-28").number("total/people"));
    assertEquals(471, city.figure("&day=2026-03-01").number("total/people"));
    city.scene.http.put(unit + "/map-entry", city.clerk, Map.of("since", "2026-03-01")).expect(200);
    assertEquals(0, city.figure("&day=2026-02-28").number("total/onMaps"));
    assertEquals(1, city.figure("&day=2026-03-01").number("total/onMaps"));
  }

  @Test
  void aUnitHangsBelowOneThatIsAboveItInLevelRegionAndTime() {
    OrganisationScene elsewhere = new OrganisationScene();
    elsewhere.importUnits(elsewhere.fourLevels(1, 1, 1)).expect(200);
    String foreign = elsewhere.scene.city + "-c";
    List<String> lines = city.fourLevels(1, 1, 0);
    lines.add(city.line("x1", "township", "t0", city.counties.getFirst(), 0, 0));
    lines.add(city.line("x2", "village", "nobody", city.counties.getFirst(), 0, 0));
    lines.add(
        city.line("x3", "county", "c", city.scene.city, 0, 0)
            .replace(city.scene.city + "-c", foreign));
    lines.add(city.line("x4", "", "c", city.scene.city, 0, 0));
    lines.add(city.line("x5", "made-up", "c", city.scene.city, 0, 0));
    lines.add(city.line("x6", "county", "c", elsewhere.scene.city, 0, 0));
    lines.add(city.line("t0", "township", "c", city.counties.getFirst(), 0, 0));
    lines.add(city.line("x7", "county", "c", city.scene.city, 0, 0).replace("2019-04-01", "soon"));
    lines.add(city.line("x8", "county", "c", city.scene.city, 0, 0).replace("STATION", ""));
    lines.add(city.line("x9", "county", "c", city.scene.city, 0, 0).replace("2019", "2018"));
    // The titles in place of the codes: the most natural mistake.
    lines.add(city.line("x10", "县级", "c", city.scene.city, 0, 0));
    lines.add(
        city.line("x11", "county", "c", city.scene.city, 0, 0)
            .replace(city.scene.city + "-c", "市级"));
    StoryHttp.Reply report = city.importUnits(lines).expect(200);
    assertEquals(3, report.number("created"));
    assertEquals(
        List.of(
            "4 PARENT_NOT_ABOVE",
            "5 PARENT_NOT_ABOVE",
            "6 PARENT_NOT_ABOVE",
            "7 LEVEL_MISSING",
            "8 UNKNOWN_LEVEL",
            "9 REGION_NOT_YOURS",
            "10 CODE_TAKEN",
            "11 INVALID",
            "12 MISSING",
            "13 PARENT_NOT_ABOVE",
            "14 INVALID",
            "15 INVALID"),
        report.list("faults").stream()
            .map(each -> each.get("row") + " " + each.get("code"))
            .toList());
    elsewhere
        .post(
            "/v1/organisation-units/" + city.unitId("t0", "township") + "/closing",
            Map.of("lastDay", "2026-01-01"))
        .expect(404);
  }

  /** Ten rounds: a parent that closes and a child that opens below it never both succeed. */
  @Test
  void ofAClosingParentAndAnOpeningChildOneWins() {
    city.importUnits(city.fourLevels(10, 0, 0)).expect(200);
    for (int round = 0; round < 10; round++) {
      String parent = city.unitId("k" + round, "county");
      Map<String, Object> child =
          Map.of(
              "unitCode",
              city.scene.city + "-r" + round,
              "kind",
              "STATION",
              "level",
              "township",
              "parentCode",
              city.scene.city + "-k" + round,
              "region",
              city.counties.get(round % city.counties.size()).toString(),
              "name",
              "服务站",
              "openedOn",
              "2026-05-01");
      List<Callable<StoryHttp.Reply>> calls = new ArrayList<>();
      calls.add(
          () ->
              city.post(
                  "/v1/organisation-units/" + parent + "/closing",
                  Map.of("lastDay", "2026-04-30")));
      calls.add(() -> city.post("/v1/organisation-units", child));
      List<Integer> statuses =
          Together.call(calls).stream().map(StoryHttp.Reply::status).sorted().toList();
      assertEquals(409, statuses.getLast(), "round " + round);
      assertEquals(1, statuses.stream().filter(status -> status < 300).count());
    }
  }

  /** The double list of a report: 18 tasks, of them 14 for the troops and 4 for the locality. */
  @Test
  @Covers(value = "S03-02", by = "GET /v1/organisation-figures")
  void theDoubleListAddsUpAndIsClosedOneByOne() {
    String first = "";
    for (int i = 0; i < 18; i++) {
      Map<String, String> task =
          Map.of(
              "region",
              city.scene.city.toString(),
              "title",
              "任务" + i,
              "side",
              i < 14 ? "FOR_TROOPS" : "FOR_LOCALITY",
              "owner",
              "市交通运输局",
              "listedOn",
              "2026-01-10",
              "dueOn",
              "2026-06-30");
      String id = city.post("/v1/mutual-tasks", task).expect(201).text("taskId");
      first = i == 0 ? id : first;
    }
    StoryHttp.Reply figure = city.figure("&day=2026-06-30");
    assertEquals(18, figure.number("tasks"));
    assertEquals("FOR_LOCALITY", figure.text("tasksBySide/0/side"));
    assertEquals(4, figure.number("tasksBySide/0/total"));
    assertEquals(14, figure.number("tasksBySide/1/total"));
    assertEquals(0, figure.number("tasksBySide/1/overdue"));
    String path = "/v1/mutual-tasks/" + first + "/closing";
    city.post(path, Map.of("closedOn", "2026-07-02")).expect(200);
    city.post(path, Map.of("closedOn", "2026-07-02")).expect(200);
    city.post(path, Map.of("closedOn", "2026-07-03")).expect(409);
    assertEquals(14, city.figure("&day=2026-07-01").number("tasksBySide/1/overdue"));
    StoryHttp.Reply after = city.figure("&day=2026-07-02");
    assertEquals(13, after.number("tasksBySide/1/open"));
    assertEquals(1, after.number("tasksBySide/1/closed"));
    assertEquals(13, after.number("tasksBySide/1/overdue"));
    assertEquals(18, city.get("/v1/mutual-tasks?pageSize=100").expect(200).list("tasks").size());
  }

  /** Associations stand beside the stations: counted, but not among them. */
  @Test
  @Covers(value = "S01-256", by = "GET /v1/organisation-figures")
  void associationsAreCountedApart() {
    city.importUnits(city.fourLevels(1, 0, 0)).expect(200);
    for (int i = 0; i < 3; i++) {
      Map<String, Object> federation =
          Map.of(
              "unitCode",
              city.scene.city + "-a" + i,
              "kind",
              "ASSOCIATION",
              "region",
              city.scene.city.toString(),
              "name",
              "爱国拥军联合会",
              "openedOn",
              "2026-0" + (i + 1) + "-01");
      city.post("/v1/organisation-units", federation).expect(201);
    }
    assertEquals(3, city.figure("").number("associations"));
    assertEquals(2, city.figure("&day=2026-02-01").number("associations"));
    assertEquals(2, city.figure("").number("total/units"));
  }
}
