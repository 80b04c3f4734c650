package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yongjun.pass.scenario.PersonScene.today;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Goal: what is missing, over or elsewhere neither hides nor counts: a county without a station, a
 * unit that outlives its parent, a person of another city or of nobody's any more, a plate without
 * a vehicle, lanes that were taken away. Method: over HTTP, as the city's and the province's
 * office.
 */
class P07_OfficesFindWhatThereIsTest {
  private final PersonScene persons = new PersonScene();
  private final Scene scene = persons.scene;

  @Test
  void aCampaignTakesInTheLivingOfItsRegion() {
    String dead = scene.register("VETERAN");
    String alive = scene.register("VETERAN");
    String list = persons.list();
    for (String each : List.of(dead, alive)) {
      persons.add(list, each, today().minusDays(9), today().plusDays(90)).expect(201);
    }
    persons
        .post(
            "/v1/holders/" + dead + "/events",
            Map.of(
                "kind", "DEATH",
                "effectiveOn", today().toString(),
                "document", "死亡证明"))
        .expect(201);
    String campaign =
        persons
            .post(
                "/v1/population/campaigns",
                Map.of(
                    "region",
                    scene.city.toString(),
                    "title",
                    "生存认证",
                    "dueOn",
                    "2026-12-31",
                    "listCode",
                    list))
            .expect(201)
            .text("campaignId");
    String path = "/v1/population/campaigns/" + campaign;
    assertEquals(1, persons.get(path).expect(200).number("persons"));

    Scene neighbour = Scene.open();
    Scene.Person abroad = neighbour.person();
    neighbour.register(abroad, "VETERAN", neighbour.city);
    StoryHttp.Reply report =
        scene.http.post(
            path + "/imports",
            scene.officer(Role.CLERK, RegionCode.NATION),
            "text/csv",
            ("身份证号\n" + abroad.idNumber() + "\n").getBytes(StandardCharsets.UTF_8));
    assertEquals(1, report.expect(200).number("rejected"));
    assertEquals(1, persons.get(path).expect(200).number("persons"));
  }

  @Test
  void thePlateOfARevokedVehicleMayBeRegisteredAgain() {
    String plate = "VR%05d".formatted(scene.city.value() % 100_000);
    String first = vehicle(plate).expect(201).text("holderId");
    assertEquals("CONFLICT", vehicle(plate).expect(409).text("code"));
    scene
        .http
        .post(
            "/v1/holders/" + first + "/revocation",
            scene.officer(Role.ADMIN, scene.city),
            Map.of("reason", "STATUS_LOST"))
        .expect(200);
    vehicle(plate).expect(201);
  }

  private StoryHttp.Reply vehicle(String plate) {
    return persons.post(
        "/v1/vehicles",
        Map.of(
            "plate", plate,
            "region", scene.city.toString(),
            "validFrom", today().minusDays(2).toString(),
            "validUntil", today().plusDays(300).toString()));
  }

  @Test
  void aChangeThatShowsAHouseholdIsALookAtIt() {
    String household = persons.household(scene.register("VETERAN"));
    String line = persons.get("/v1/households/" + household).text("members/0/membershipId");
    long before = listed();
    persons
        .post(
            "/v1/households/" + household + "/members/" + line + "/end",
            Map.of("lastDay", today().plusYears(100).toString()))
        .expect(200);
    assertEquals(before + 1, listed());
  }

  private long listed() {
    return Sql.number(
        "SELECT COUNT(*) FROM journal_entry WHERE kind = 'PERSONS_LISTED' AND subject_id = ?",
        scene.city.toString());
  }

  /** Two hundred lanes came and went; there is room for what is there. */
  @Test
  void whatWasTakenAwayTakesNoRoom() {
    String path = "/v1/venues/" + scene.venue("STATION") + "/facilities";
    String admin = scene.officer(Role.ADMIN, scene.city);
    Map<String, Object> lane = Map.of("kind", "PRIORITY_LANE", "quantity", 1);
    for (int i = 0; i < 200; i++) {
      String id = scene.http.post(path, admin, lane).expect(201).text("facilityId");
      scene.http.post(path + "/" + id + "/removal", admin, Map.of()).expect(200);
    }
    String last = scene.http.post(path, admin, lane).expect(201).text("facilityId");
    List<Map<String, Object>> shown = scene.http.get(path, admin).expect(200).list("facilities");
    assertEquals(last, shown.getLast().get("facilityId"));
  }

  @Test
  void aCountyWithoutAStationIsShownAndNoUnitOutlivesItsParent() {
    OrganisationScene city = new OrganisationScene();
    while (city.counties.size() < 2) {
      city = new OrganisationScene();
    }
    city.importUnits(city.fourLevels(1, 1, 0)).expect(200);
    String county = city.counties.getLast().toString();
    city.scene
        .http
        .put(
            "/v1/organisation-targets",
            city.clerk,
            Map.of("region", county, "level", "township", "since", "2026-01-01", "shouldExist", 5))
        .expect(200);
    Map<String, Object> part =
        city.figure("").list("parts").stream()
            .filter(each -> county.equals(each.get("region")))
            .findFirst()
            .orElseThrow();
    assertEquals(0, ((Number) ((Map<?, ?>) part.get("sums")).get("units")).longValue());
    assertEquals(5, part.get("shouldExist"));

    close(city, "t0", "township", "2027-12-31").expect(200);
    assertEquals("CONFLICT", close(city, "k0", "county", "2026-01-01").expect(409).text("code"));
    close(city, "k0", "county", "2027-12-31").expect(200);
  }

  private static StoryHttp.Reply close(
      OrganisationScene city, String code, String level, String lastDay) {
    return city.post(
        "/v1/organisation-units/" + city.unitId(code, level) + "/closing",
        Map.of("lastDay", lastDay));
  }
}
