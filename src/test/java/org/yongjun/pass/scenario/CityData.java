package org.yongjun.pass.scenario;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.kernel.BusinessTime;

/** One city with something of every kind in it, and what of that others must not get to see. */
final class CityData {
  /** A price that occurs nowhere else, so that it is recognised in a foreign figure. */
  private static final long PRICE = 7_654_321;

  /** 90 % of it. */
  private static final long PAYABLE = 6_888_889;

  final Scene scene = Scene.open();
  final String admin = scene.officer(Role.ADMIN, scene.city);

  /** Values by the names that the contract's parameters and fields have for them. */
  final Map<String, String> live = new HashMap<>();

  /** What only the city's own office, holder and venue may read. */
  final List<String> secrets = new ArrayList<>();

  /** What everybody signed in may read. */
  final List<String> listed = new ArrayList<>();

  /** A line of an office's file, and its holder. */
  final Scene.Person person = scene.person();

  CityData() {
    String login = "p" + UUID.randomUUID().toString().substring(0, 12);
    live.put("region", scene.city.toString());
    live.put("version", "1");
    live.put("issuer", "1");
    live.put("groupBy", "VENUE");
    for (String day : List.of("from", "to", "day")) {
      live.put(day, today().toString());
    }
    live.put("login", secret(login));
    live.put("phone", secret(person.phone()));
    secret(person.idNumber());
    secret(Long.toString(PRICE));
    secret(Long.toString(PAYABLE));
    secret("68888.89");
    live.put("holderId", secret(scene.register(person, "VETERAN", scene.city)));
    plantLists();
    plantVenue();
    plantUse();
    plantAccounts(login);
    plantDraft();
    plantOrganisation();
    plantCards();
    plantReservation();
  }

  private void plantCards() {
    String type = "card-" + UUID.randomUUID().toString().substring(0, 12);
    live.put("cardType", type);
    listed.add(type);
    Map<String, Object> about =
        Map.of(
            "cardType",
            type,
            "region",
            scene.city.toString(),
            "title",
            secret("甲城加油卡"),
            "partner",
            "某加油公司",
            "classes",
            List.of("VETERAN"));
    scene.http.post("/v1/card-types", admin, about).expect(201);
    Map<String, String> wanted =
        Map.of("cardType", type, "holderId", of("holderId"), "remark", secret("甲城行动不便"));
    live.put(
        "cardApplicationId",
        secret(
            scene
                .http
                .post("/v1/card-applications", admin, wanted)
                .expect(201)
                .text("cardApplicationId")));
  }

  private void plantReservation() {
    String list = "limited-" + scene.city;
    scene.publish(
        """
        {"code": "%1$s", "region": "%2$s", "title": {"zh": "限额清单", "en": "Limited"},
         "source": {"title": "synthetic"}, "effectiveFrom": "2020-01-01", "items": [
           {"number": "1", "title": {"zh": "体检", "en": "Checkup"},
            "who": {"classes": ["VETERAN"], "origin": {"scope": "NATIONWIDE"}},
            "where": {"kinds": ["PHARMACY"]},
            "parts": [{"label": "CHECKUP", "rule": {"kind": "FREE"}}], "limits": [
              {"subject": "ITEM", "period": "DAY", "unit": "USES", "max": 20}],
            "synthetic": true}]}
        """
            .formatted(list, scene.city));
    Map<String, ?> wanted = Map.of("itemId", list + "/1", "venueId", of("venueId"), "minutes", 60);
    StoryHttp.Reply made =
        scene.http.post("/v1/reservations", holder(), wanted, "Idempotency-Key", Scene.key());
    live.put("reservationId", secret(made.expect(201).text("reservationId")));
  }

  private String holder() {
    return scene.holder(of("holderId"));
  }

  private void plantOrganisation() {
    Map<String, String> unit =
        Map.of(
            "unitCode",
            scene.city + "-c",
            "kind",
            "STATION",
            "level",
            "city",
            "region",
            scene.city.toString(),
            "name",
            secret("甲城服务中心"),
            "openedOn",
            "2019-04-01");
    StoryHttp.Reply reply = scene.http.post("/v1/organisation-units", admin, unit).expect(201);
    live.put("unitId", secret(reply.text("unitId")));
    live.put("parentCode", secret(scene.city + "-c"));
    Map<String, String> task =
        Map.of(
            "region",
            scene.city.toString(),
            "title",
            secret("甲城营区道路"),
            "side",
            "FOR_TROOPS",
            "owner",
            "市交通运输局",
            "listedOn",
            "2026-01-10",
            "dueOn",
            "2026-09-30");
    live.put(
        "taskId",
        secret(scene.http.post("/v1/mutual-tasks", admin, task).expect(201).text("taskId")));
  }

  private void plantDraft() {
    String draft =
        """
        {"code": "draft-%1$s", "region": "%1$s", "title": {"zh": "甲城草稿", "en": "%2$s"}}
        """
            .formatted(scene.city, secret("a draft of the city"));
    live.put(
        "draftId",
        secret(
            scene
                .http
                .post(
                    "/v1/catalogue-drafts",
                    admin,
                    "application/json",
                    draft.getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .text("draft/draftId")));
  }

  static LocalDate today() {
    return BusinessTime.dayOf(Scene.CLOCK.instant());
  }

  private void plantLists() {
    String list = "list-" + UUID.randomUUID().toString().substring(0, 12);
    live.put("listCode", list);
    listed.add(list);
    Map<String, String> days =
        Map.of("holderId", of("holderId"), "validFrom", "2026-01-01", "validUntil", "2099-12-31");
    Map<String, String> about =
        Map.of("listCode", list, "region", scene.city.toString(), "title", secret("甲城驻军名单"));
    scene.http.post("/v1/member-lists", admin, about).expect(201);
    String members = "/v1/member-lists/" + list + "/members";
    String line = scene.http.post(members, admin, days).expect(201).text("membershipId");
    live.put("membershipId", secret(line));
    Map<String, String> region = Map.of("region", scene.city.toString());
    String household =
        scene.http.post("/v1/households", admin, region).expect(201).text("householdId");
    live.put("householdId", secret(household));
    scene.http.post("/v1/households/" + household + "/members", admin, days).expect(201);
    Map<String, String> campaign =
        Map.of(
            "region",
            scene.city.toString(),
            "title",
            secret("甲城核查"),
            "dueOn",
            "2026-12-31",
            "listCode",
            list);
    live.put(
        "campaignId",
        secret(
            scene
                .http
                .post("/v1/population/campaigns", admin, campaign)
                .expect(201)
                .text("campaignId")));
    Map<String, String> event =
        Map.of(
            "kind",
            "PROOF_OF_LIFE",
            "effectiveOn",
            "2026-01-02",
            "document",
            secret("甲退役字〔2026〕3号"));
    scene.http.post("/v1/holders/" + of("holderId") + "/events", admin, event).expect(201);
  }

  private void plantVenue() {
    String name = "PHARMACY " + UUID.randomUUID();
    live.put(
        "venueId",
        scene.office.venue(
            Map.of("name", name, "kind", "PHARMACY", "region", scene.city.toString())));
    listed.add(name);
    listed.add(of("venueId"));
    String catalogue = "scene-" + scene.city;
    listed.add(catalogue);
    live.put("catalogue", catalogue);
    PartnerData.plant(this);
  }

  private void plantUse() {
    StoryTerminal till =
        scene.office.terminal(of("venueId"), secret("till of the city"), "COUNTER");
    live.put("terminalId", secret(till.id()));
    Device phone = Device.bind(scene, of("holderId"));
    live.put("certificateId", secret(phone.certificateId));
    live.put("deviceKey", phone.key.raw().base64Url());
    Map<String, Long> bill = Map.of("GOODS", PRICE);
    StoryHttp.Reply use = till.redeem(Scene.key(), phone.show(), bill).expect(201);
    live.put("redemptionId", secret(use.text("redemptionId")));
    live.put("visitId", secret(use.text("visitId")));
    live.put("verificationId", secret(till.verify(phone.show(), bill).text("verificationId")));
    live.put("code", secret(phone.show()));
  }

  private void plantAccounts(String login) {
    Map<String, ?> officer =
        Map.of(
            "login",
            login,
            "name",
            secret("甲城经办"),
            "duties",
            List.of(Map.of("role", "CLERK", "region", scene.city.toString())));
    live.put(
        "officerId",
        secret(
            scene.http.post("/v1/officers", admin, officer).expect(201).text("account/accountId")));
    Map<String, ?> owner = Map.of("login", secret(login + "x"), "name", secret("甲城掌柜"));
    String owners = "/v1/venues/" + of("venueId") + "/owners";
    secret(scene.http.post(owners, admin, owner).expect(201).text("accountId"));
  }

  /** What the city's own administrator reads of all this; the figure without its time. */
  List<String> read() {
    List<String> answers = new ArrayList<>();
    String venue = "/v1/venues/" + of("venueId");
    for (String path :
        List.of(
            "/v1/holders/" + of("holderId"),
            "/v1/holders/" + of("holderId") + "/certificates",
            "/v1/holders/" + of("holderId") + "/events",
            "/v1/member-lists/" + of("listCode"),
            "/v1/member-lists/" + of("listCode") + "/members",
            "/v1/households/" + of("householdId"),
            "/v1/population/campaigns/" + of("campaignId"),
            "/v1/population/campaigns/" + of("campaignId") + "/persons",
            "/v1/organisation-units",
            "/v1/mutual-tasks",
            "/v1/appraisals",
            "/v1/card-applications/" + of("cardApplicationId"),
            "/v1/card-figures?region=" + scene.city,
            "/v1/organisation-figures?region=" + scene.city,
            venue,
            venue + "/terminals",
            venue + "/events",
            venue + "/facilities",
            "/v1/venue-applications",
            "/v1/inspections/" + of("inspectionId"),
            "/v1/inspections/" + of("inspectionId") + "/venues",
            "/v1/venue-figures/counts?region=" + scene.city,
            venue + "/redemptions?day=" + today(),
            "/v1/redemptions/" + of("redemptionId"),
            "/v1/catalogues/" + of("catalogue"),
            "/v1/catalogue-drafts/" + of("draftId"),
            "/v1/officers?pageSize=100")) {
      answers.add(scene.http.get(path, admin).expect(200).json().toString());
    }
    answers.add(
        scene
            .http
            .get("/v1/reservations/" + of("reservationId"), holder())
            .expect(200)
            .json()
            .toString());
    answers.add(
        scene.office.figure(scene.city.toString(), "&groupBy=VENUE").at("total").toString());
    return answers;
  }

  String of(String name) {
    String value = live.get(name);
    if (value == null) {
      throw new AssertionError("nothing is planted for " + name);
    }
    return value;
  }

  String secret(String value) {
    secrets.add(value);
    return value;
  }
}
