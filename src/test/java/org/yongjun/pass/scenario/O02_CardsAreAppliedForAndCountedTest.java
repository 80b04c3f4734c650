package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.kernel.BusinessTime;

/**
 * Goal: every card, ours or a partner's, has its way from the application to the holder, and the
 * figures tell the stages apart. Method: over HTTP, as a clerk, a reviewer and a holder.
 */
class O02_CardsAreAppliedForAndCountedTest {
  private static final String HEADER = "姓名,身份证号,手机号,类别,属地,优待证号,立功等级,残疾等级,生效日期,有效期\n";

  private final Scene scene = Scene.open();
  private final String clerk = scene.officer(Role.CLERK, scene.city);
  private final String reviewer = scene.officer(Role.REVIEWER, scene.city);
  private final String admin = scene.officer(Role.ADMIN, scene.city);
  private final LocalDate today = BusinessTime.dayOf(Scene.CLOCK.instant());

  private String type(String partner) {
    String code = scene.city + "-" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, Object> body =
        Map.of(
            "cardType",
            code,
            "region",
            scene.city.toString(),
            "title",
            "卡",
            "classes",
            List.of("VETERAN"));
    Map<String, Object> whole = new HashMap<>(body);
    if (!partner.isEmpty()) {
      whole.put("partner", partner);
    }
    scene.http.post("/v1/card-types", admin, whole).expect(201);
    return code;
  }

  private StoryHttp.Reply apply(String type, String holder, String channel) {
    return scene.http.post(
        "/v1/card-applications",
        clerk,
        Map.of("cardType", type, "holderId", holder, "channel", channel));
  }

  private StoryHttp.Reply step(String application, String token, String stage) {
    return scene.http.post(
        "/v1/card-applications/" + application + "/steps", token, Map.of("stage", stage));
  }

  private StoryHttp.Reply figure(String query) {
    return scene.http.get("/v1/card-figures?region=" + scene.city + query, clerk).expect(200);
  }

  /** The figures of a type by stage, in the order of stages. */
  private static List<Long> stages(StoryHttp.Reply figure, String type) {
    return ofType(figure, type).entrySet().stream()
        .filter(each -> each.getKey().equals("stages"))
        .flatMap(each -> ((List<?>) each.getValue()).stream())
        .map(each -> ((Number) ((Map<?, ?>) each).get("applications")).longValue())
        .toList();
  }

  private static Map<String, Object> ofType(StoryHttp.Reply figure, String type) {
    return figure.list("types").stream()
        .filter(each -> ((Map<?, ?>) each.get("cardType")).get("cardType").equals(type))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ourOwnCardIsIssuedAfterFourEyesSawTheApplication() {
    String type = type("");
    String holder = scene.register("VETERAN");
    String id = apply(type, holder, "HOME_VISIT").expect(201).text("cardApplicationId");
    assertEquals("CONFLICT", apply(type, holder, "COUNTER").expect(409).text("code"));
    String other = scene.register("SERVICEPERSON");
    assertEquals("CLASS_NOT_ENTITLED", apply(type, other, "COUNTER").expect(422).text("code"));

    step(id, clerk, "ISSUED").expect(409);
    assertEquals("NOT_ALLOWED", step(id, reviewer, "ACCEPTED").expect(403).text("code"));
    step(id, admin, "ACCEPTED").expect(200);
    assertEquals("FOUR_EYES", step(id, admin, "REVIEWED").expect(403).text("code"));
    assertEquals("NOT_ALLOWED", step(id, clerk, "REVIEWED").expect(403).text("code"));
    step(id, reviewer, "REVIEWED").expect(200);
    assertEquals("FOUR_EYES", step(id, admin, "APPROVED").expect(403).text("code"));
    step(id, reviewer, "APPROVED").expect(200);
    step(id, clerk, "MADE").expect(200);
    StoryHttp.Reply issued = step(id, clerk, "ISSUED").expect(200);
    assertTrue(issued.text("code").startsWith("YJ1:"));
    step(id, clerk, "ISSUED").expect(409);
    assertFalse(step(id, clerk, "ACTIVATED").expect(200).json().containsKey("code"));
    StoryHttp.Reply certificates =
        scene.http.get("/v1/holders/" + holder + "/certificates", clerk).expect(200);
    assertEquals("CARD", certificates.text("certificates/0/kind"));

    StoryHttp.Reply history = scene.http.get("/v1/card-applications/" + id, clerk).expect(200);
    assertEquals(
        List.of("APPLIED", "ACCEPTED", "REVIEWED", "APPROVED", "MADE", "ISSUED", "ACTIVATED"),
        history.list("events").stream().map(each -> each.get("stage")).toList());
    assertEquals("HOME_VISIT", history.text("application/channel"));
    assertEquals(List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L, 0L, 0L, 0L), stages(figure(""), type));
    String yesterday = "&to=" + today.minusDays(1);
    assertEquals(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L), stages(figure(yesterday), type));
  }

  /** Papers are missing, come, and the holder then thinks better of it. */
  @Test
  void aReturnedApplicationGoesOnAndItsWordsAreSealed() {
    String type = type("某银行");
    String holder = scene.register("VETERAN");
    String own = scene.holder(holder);
    String id =
        scene
            .http
            .post("/v1/card-applications", own, Map.of("cardType", type))
            .expect(201)
            .text("cardApplicationId");
    String remark = "照片不合格，请重拍";
    Map<String, Object> back =
        Map.of(
            "stage",
            "RETURNED",
            "remark",
            remark,
            "problems",
            List.of("PHOTO", "LOST_PAPERS"),
            "documents",
            List.of(Map.of("kind", "退伍证", "reference", "虚构0001")));
    String steps = "/v1/card-applications/" + id + "/steps";
    scene.http.post(steps, clerk, back).expect(200);
    scene
        .http
        .post(steps, clerk, Map.of("stage", "APPLIED", "problems", List.of("MADE_UP")))
        .expect(400);
    StoryHttp.Reply told = scene.http.get("/v1/card-applications/" + id, own).expect(200);
    assertEquals(remark, told.text("events/1/remark"));
    assertEquals("虚构0001", told.text("events/1/documents/0/reference"));
    assertEquals(
        0,
        Sql.number(
            "SELECT COUNT(*) FROM card_event WHERE application_id = ? AND LOCATE(?, notes) > 0",
            id,
            "退伍证".getBytes(StandardCharsets.UTF_8)));
    scene
        .http
        .get("/v1/card-applications/" + id, scene.holder(scene.register("VETERAN")))
        .expect(404);
    assertEquals("NOT_ALLOWED", step(id, own, "ACCEPTED").expect(403).text("code"));
    step(id, own, "APPLIED").expect(200);
    step(id, own, "WITHDRAWN").expect(200);
    step(id, own, "APPLIED").expect(403);
    step(id, clerk, "ACCEPTED").expect(409);
    scene.http.post("/v1/card-applications", own, Map.of("cardType", type)).expect(201);
    StoryHttp.Reply mine = scene.http.get("/v1/me/card-applications", own).expect(200);
    assertEquals(2, mine.list("applications").size());
    // Two applications; the first one was applied for twice and counts once.
    StoryHttp.Reply figure = figure("");
    assertEquals(List.of(2L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 0L, 1L), stages(figure, type));
    assertEquals("LOST_PAPERS", figure.text("problems/0/problem"));
    assertEquals("PHOTO", figure.text("problems/1/problem"));
    assertEquals(1, figure.number("problems/1/events"));
  }

  /** Five rounds of four who take the same step: one does, three are told that it is done. */
  @Test
  void ofFourWhoTakeTheSameStepOneDoes() {
    String type = type("某公交公司");
    for (int round = 0; round < 5; round++) {
      String id =
          apply(type, scene.register("VETERAN"), "AGENT").expect(201).text("cardApplicationId");
      List<Callable<StoryHttp.Reply>> calls = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        calls.add(() -> step(id, clerk, "ACCEPTED"));
      }
      List<Integer> statuses =
          Together.call(calls).stream().map(StoryHttp.Reply::status).sorted().toList();
      assertEquals(List.of(200, 409, 409, 409), statuses);
      assertEquals(2, Sql.number("SELECT COUNT(*) FROM card_event WHERE application_id = ?", id));
    }
  }

  /** 97 of 100 are 97 %; 60 of them are activated. What a partner reports stands beside. */
  @Test
  void anIssueRateShowsPersonsAndEntitledAndNeverTakesInReports() {
    String type = type("全国系统");
    List<Scene.Person> people = new ArrayList<>();
    StringBuilder holders = new StringBuilder(HEADER);
    for (int i = 0; i < 100; i++) {
      Scene.Person person = scene.person();
      people.add(person);
      holders.append(
          "王场景,%s,%s,VETERAN,%s,,,,%s,%s\n"
              .formatted(
                  person.idNumber(),
                  person.phone(),
                  scene.city,
                  today.minusDays(2),
                  today.plusDays(300)));
    }
    scene.office.importHolders(holders.toString().getBytes(StandardCharsets.UTF_8));
    StringBuilder cards = new StringBuilder("身份证号,发放日期,激活日期\n");
    for (int i = 0; i < 97; i++) {
      cards.append(
          "%s,%s,%s\n"
              .formatted(
                  people.get(i).idNumber(), today.minusDays(1), i < 60 ? today.toString() : ""));
    }
    cards.append("%s,soon,\n".formatted(people.get(98).idNumber()));
    cards.append("%s,%s,\n".formatted(Scene.open().person().idNumber(), today));
    StoryHttp.Reply report = importCards(type, cards.toString()).expect(200);
    assertEquals(97, report.number("created"));
    assertEquals(
        List.of("98 INVALID", "99 NOT_REGISTERED"),
        report.list("faults").stream()
            .map(each -> each.get("row") + " " + each.get("code"))
            .toList());
    assertEquals(97, importCards(type, cards.toString()).expect(200).number("unchanged"));

    reportCards(type, 1_500, today.minusDays(3)).expect(201);
    reportCards(type, 18_000, today.minusDays(1)).expect(201);
    StoryHttp.Reply figure = figure("");
    Map<String, Object> counted = ofType(figure, type);
    assertEquals(97, ((Number) counted.get("persons")).longValue());
    assertEquals(Map.of("persons", 97, "entitled", 100, "rate", "97%"), counted.get("issueRate"));
    assertEquals(counted.get("issueRate"), counted.get("entryRate"));
    assertEquals(List.of(0L, 0L, 0L, 0L, 0L, 97L, 60L, 0L, 0L, 0L), stages(figure, type));
    assertEquals(1, figure.list("reports").size());
    assertEquals(18_000, figure.number("reports/0/cards"));
    StoryHttp.Reply before = figure("&to=" + today.minusDays(2));
    assertEquals(1_500, before.number("reports/0/cards"));
    assertEquals(0, ((Number) ofType(before, type).get("persons")).longValue());
  }

  private StoryHttp.Reply importCards(String type, String file) {
    return scene.http.post(
        "/v1/card-types/" + type + "/imports?region=" + scene.city,
        clerk,
        "text/csv",
        file.getBytes(StandardCharsets.UTF_8));
  }

  private StoryHttp.Reply reportCards(String type, long cards, LocalDate asOf) {
    return scene.http.post(
        "/v1/card-reports",
        clerk,
        Map.of(
            "cardType",
            type,
            "region",
            scene.city.toString(),
            "stage",
            "ISSUED",
            "asOf",
            asOf.toString(),
            "cards",
            cards,
            "reporter",
            "某公司",
            "reportedOn",
            today.toString(),
            "document",
            "某司〔2026〕7号"));
  }
}
