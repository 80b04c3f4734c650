package org.yongjun.pass.programmes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.holder.IdNumbers;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Goal: offices file, check and move the persons that the reports count, and what a person may use
 * follows. Method: files and events over HTTP by offices of the places, at a small scale; counties
 * that no other test uses, so that a register can be counted.
 */
class RegisterTest {
  private static final String IMPORT = "POST /v1/holders/imports";
  private static final String EVENT = "POST /v1/holders/{holderId}/events";
  private static final LocalDate TODAY = BusinessTime.dayOf(Holders.CLOCK.instant());

  /** A line of a file: the last digits tell persons of one region apart. */
  private static String line(
      String region, int number, String name, String classes, String merit, String disability) {
    return String.join(
        ",",
        name,
        IdNumbers.of(region, "19620202", number),
        "197%03d%05d".formatted(Integer.parseInt(region.substring(3)), number),
        classes,
        region,
        merit,
        disability,
        TODAY.minusDays(9).toString(),
        TODAY.plusDays(300).toString());
  }

  private static String line(String region, int number, String classes) {
    return line(region, number, "赵登记", classes, "", "");
  }

  private static StoryHttp.Reply file(String office, String... lines) {
    String csv = "姓名,身份证号,手机号,类别,属地,立功等级,残疾等级,生效日期,有效期\n" + String.join("\n", lines) + "\n";
    return Holders.HTTP
        .post("/v1/holders/imports", clerk(office), "text/csv", csv.getBytes(UTF_8))
        .expect(200);
  }

  private static String clerk(String region) {
    return Holders.officer(Role.CLERK, RegionCode.of(region));
  }

  private static List<String> outcomes(StoryHttp.Reply report) {
    return report.list("outcomes").stream()
        .map(each -> String.valueOf(each.get("outcome")))
        .toList();
  }

  private static String idOf(StoryHttp.Reply report, int row) {
    return report.text("outcomes/" + (row - 1) + "/holderId");
  }

  private static List<Map<String, Object>> register(String region) {
    return Holders.HTTP
        .get("/v1/holders?pageSize=100&region=" + region, clerk(region))
        .expect(200)
        .list("holders");
  }

  private static StoryHttp.Reply holder(String office, String holderId) {
    return Holders.HTTP.get("/v1/holders/" + holderId, clerk(office));
  }

  private static void event(
      String office, String holderId, String kind, LocalDate day, String... more) {
    Map<String, String> body = new HashMap<>();
    body.put("kind", kind);
    body.put("effectiveOn", day.toString());
    body.put("document", "核查记录");
    for (int i = 0; i < more.length; i += 2) {
      body.put(more[i], more[i + 1]);
    }
    Holders.HTTP.post("/v1/holders/" + holderId + "/events", clerk(office), body).expect(201);
  }

  private static List<String> events(String office, String holderId) {
    return Holders.HTTP
        .get("/v1/holders/" + holderId + "/events", clerk(office))
        .expect(200)
        .list("events")
        .stream()
        .map(each -> each.get("kind") + " " + each.get("effectiveOn"))
        .sorted()
        .toList();
  }

  /** The ride is free as long as the person is alive and at large. */
  @Test
  @Covers(
      value = {"S00-06", "S00-05"},
      by = EVENT)
  void checksOfJinnanEndWhatTheDeadAndThePrisonersHad() {
    Counter bus = Place.of("beihai-2023").venue("BUS").charging("FARE", 200).open();
    StoryHttp.Reply filed =
        file(
            "120112",
            line("120112", 1, "MARTYR_SURVIVOR"),
            line("120112", 2, "DISABLED_SERVICEPERSON"),
            line("120112", 3, "OTHER_BENEFICIARY"));
    List<StoryPhone> phones = new ArrayList<>();
    for (int row = 1; row <= 3; row++) {
      phones.add(Holders.phoneOf(idOf(filed, row)));
      assertEquals("200/200/0/200 beihai-2023/2", bus.use(phones.getLast(), "FARE"));
    }
    event("120112", idOf(filed, 1), "PROOF_OF_LIFE", TODAY);
    event("120112", idOf(filed, 2), "DEATH", TODAY.minusDays(3));
    event("120112", idOf(filed, 3), "IMPRISONMENT", TODAY.minusDays(1));
    assertEquals("200/200/0/200 beihai-2023/2", bus.use(phones.get(0), "FARE"));
    assertEquals("REVOKED", bus.use(phones.get(1), "FARE"));
    assertEquals("REVOKED", bus.use(phones.get(2), "FARE"));
    event("120112", idOf(filed, 3), "RELEASE", TODAY);
    assertEquals("200/200/0/200 beihai-2023/2", bus.use(phones.get(2), "FARE"));
  }

  /** Two quarters of proofs for disabled police officers, one for a beneficiary of the city. */
  @Test
  @Covers(
      value = {"S01-038", "S01-073"},
      by = EVENT)
  void proofsOfLifeOfWuhaiAreKeptQuarterByQuarter() {
    StoryHttp.Reply filed =
        file("150303", line("150303", 1, "DISABLED_POLICE"), line("150303", 2, "MARTYR_SURVIVOR"));
    event("150303", idOf(filed, 1), "PROOF_OF_LIFE", TODAY.minusMonths(3));
    event("150303", idOf(filed, 1), "PROOF_OF_LIFE", TODAY);
    event("150303", idOf(filed, 2), "PROOF_OF_LIFE", TODAY);
    assertEquals(
        List.of("PROOF_OF_LIFE " + TODAY.minusMonths(3), "PROOF_OF_LIFE " + TODAY),
        events("150303", idOf(filed, 1)));
    assertEquals(List.of("PROOF_OF_LIFE " + TODAY), events("150303", idOf(filed, 2)));
    assertEquals("ACTIVE", holder("150303", idOf(filed, 1)).expect(200).text("status"));
  }

  /** Twelve persons come from 乌达 to 海勃湾: the one register loses twelve, the other gains them. */
  @Test
  @Covers(value = "S01-037", by = EVENT)
  void twelveRelationsAreTransferredIntoHaibowan() {
    List<String> lines = new ArrayList<>();
    for (int number = 1; number <= 12; number++) {
      lines.add(line("150304", number, "MARTYR_SURVIVOR"));
    }
    StoryHttp.Reply filed = file("150304", lines.toArray(String[]::new));
    final int there = register("150302").size();
    assertEquals(12, register("150304").size());
    for (int row = 1; row <= 12; row++) {
      event("150304", idOf(filed, row), "TRANSFER_OUT", TODAY, "otherRegion", "150302");
    }
    assertEquals(0, register("150304").size());
    assertEquals(there + 12, register("150302").size());
    assertEquals(404, holder("150304", idOf(filed, 1)).status());
    event("150302", idOf(filed, 1), "TRANSFER_IN", TODAY, "otherRegion", "150304");
  }

  /** Five lines are five persons, and again the same five. */
  @Test
  @Covers(
      value = {"S01-008", "S01-151", "S01-161"},
      by = IMPORT)
  void filesOfThreePlacesMakeRegistersThatCanBeCounted() {
    for (String county : new String[] {"620721", "510402", "320706"}) {
      String[] lines = new String[5];
      for (int number = 1; number <= 4; number++) {
        lines[number - 1] = line(county, number, "VETERAN");
      }
      lines[4] = line(county, 5, "MARTYR_SURVIVOR");
      int before = register(county).size();
      assertEquals(
          List.of("CREATED", "CREATED", "CREATED", "CREATED", "CREATED"),
          outcomes(file(county, lines)));
      assertEquals(before + 5, register(county).size());
      assertEquals(
          List.of("UNCHANGED", "UNCHANGED", "UNCHANGED", "UNCHANGED", "UNCHANGED"),
          outcomes(file(county, lines)));
      assertEquals(before + 5, register(county).size());
    }
  }

  /** A better line of the master register replaces what was filed; the person stays the same. */
  @Test
  @Covers(value = "S00-07", by = IMPORT)
  void whatTheNationalRegisterSaysNowReplacesWhatItSaid() {
    String before = line("120113", 1, "钱更新", "DISABLED_SERVICEPERSON", "", "8");
    String after = line("120113", 1, "钱更新", "DISABLED_SERVICEPERSON", "", "6");
    String id = idOf(file("120113", before), 1);
    assertEquals(8, holder("120113", id).number("disabilityGrade"));
    StoryHttp.Reply again = file("120113", after);
    assertEquals(List.of("UPDATED"), outcomes(again));
    assertEquals(id, idOf(again, 1));
    assertEquals(6, holder("120113", id).number("disabilityGrade"));
  }

  /**
   * The wrong character of a name is mended by the ID number; a number with a slip and a person
   * filed elsewhere stay out with their reasons, and the rest of the file goes in.
   */
  @Test
  @Covers(
      value = {"S01-194", "S01-195"},
      by = IMPORT)
  void troublesOfFilesInShuangyashanAreNamedLineByLine() {
    file("230505", line("230505", 1, "VETERAN"));
    String slip = line("230503", 2, "VETERAN");
    String id = slip.split(",")[1];
    String wrong = id.substring(0, 17) + (id.charAt(17) == '1' ? '2' : '1');
    StoryHttp.Reply report =
        file(
            "230503",
            line("230503", 1, "孙诗", "VETERAN", "", ""),
            slip.replace(id, wrong),
            line("230505", 1, "VETERAN").replace(",230505,", ",230503,"),
            line("230503", 3, "周残", "DISABLED_SERVICEPERSON;VETERAN", "", "5"));
    assertEquals(List.of("CREATED", "REJECTED", "REJECTED", "CREATED"), outcomes(report));
    assertEquals("ID_NUMBER_CHECKSUM", report.text("outcomes/1/errors/0/code"));
    assertEquals("REGISTERED_ELSEWHERE", report.text("outcomes/2/errors/0/code"));
    StoryHttp.Reply mended = file("230503", line("230503", 1, "孙时", "VETERAN", "", ""));
    assertEquals(List.of("UPDATED"), outcomes(mended));
    assertEquals(idOf(report, 1), idOf(mended, 1));
  }

  /** Firefighters are a group of their own, and what is for them they get. */
  @Test
  @Covers(value = "S01-200", by = IMPORT)
  void firefightersOfQinzhouAreAGroupOfTheirOwn() {
    String id = idOf(file("450702", line("450702", 1, "FIREFIGHTER")), 1);
    assertEquals(List.of("FIREFIGHTER"), holder("450702", id).expect(200).at("classes"));
    Counter base =
        Place.of("beihai-2023-services")
            .venue("MUSEUM")
            .tagged("双拥宣传阵地")
            .charging("ADMISSION", 500, 0, "面向市民免费")
            .open();
    assertEquals("500/0/0/0 beihai-2023-services/3", base.use(Holders.phoneOf(id), "ADMISSION"));
  }

  /** A year's list: one of the second class and two of the third, who then buy homes for less. */
  @Test
  @Covers(value = "S01-241", by = IMPORT)
  void meritOfTheYearsListIsKeptAndDecides() {
    StoryHttp.Reply filed =
        file(
            "130633",
            line("130633", 1, "吴功", "SERVICEPERSON", "2", ""),
            line("130633", 2, "郑功", "SERVICEPERSON", "3", ""),
            line("130633", 3, "王功", "VETERAN", "3", ""),
            line("130633", 4, "冯兵", "VETERAN", "", ""));
    Map<Object, Integer> byMerit = new HashMap<>();
    register("130633")
        .forEach(
            each -> byMerit.merge(((Number) each.get("meritClass")).intValue(), 1, Integer::sum));
    assertEquals(Map.of(0, 1, 2, 1, 3, 2), byMerit);
    Counter desk =
        Place.of("baoding-2023").venue("PROPERTY_DEVELOPER").charging("HOME", 90_000_000).open();
    assertEquals(
        "90000000/90000000/80000000/10000000 baoding-2023/1",
        desk.use(Holders.phoneOf(idOf(filed, 3)), "HOME"));
    assertEquals("CONDITION_FAILED", desk.use(Holders.phoneOf(idOf(filed, 4)), "HOME"));
  }
}
