package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Goal: a vehicle is a holder by its plate, which nobody gets to see. Method: an office registers
 * vehicles and changes plates over HTTP; strangers ask; the table is searched for the plate.
 */
class H10_AVehicleIsABeneficiaryTest {
  private final TariffScene tariffs = new TariffScene();

  private StoryHttp.Reply register(Role role, RegionCode officeOf, String plate) {
    Map<String, String> vehicle = new HashMap<>();
    vehicle.put("plate", plate);
    vehicle.put("region", tariffs.scene.city.toString());
    vehicle.put("validFrom", TariffScene.TODAY.minusDays(1).toString());
    vehicle.put("validUntil", TariffScene.TODAY.plusDays(300).toString());
    return tariffs.scene.http.post("/v1/vehicles", tariffs.scene.officer(role, officeOf), vehicle);
  }

  /** Five digits that no other city of the tests has. */
  private String plate(String letters) {
    return letters + String.format("%05d", tariffs.scene.city.value() % 100_000);
  }

  @Test
  void aPlateBelongsToOneVehicleAtATimeAndIsOnlyShownMasked() {
    RegionCode city = tariffs.scene.city;
    StoryHttp.Reply first = register(Role.CLERK, city, plate("VA·")).expect(201);
    assertEquals("VA***" + plate("").charAt(4), first.text("plates/0/masked"));
    assertEquals("CONFLICT", register(Role.CLERK, city, plate("ｖａ ")).expect(409).text("code"));

    String path = "/v1/vehicles/" + first.text("holderId");
    String clerk = tariffs.officer(Role.CLERK);
    tariffs.scene.http.post(path + "/plates", clerk, Map.of("plate", plate("VB"))).expect(201);
    StoryHttp.Reply changed = tariffs.scene.http.get(path, clerk).expect(200);
    assertEquals("VB***" + plate("").charAt(4), changed.text("plates/1/masked"));
    assertFalse(changed.text("plates/0/endedAt").isEmpty());
    // The old plate may now be another vehicle's.
    StoryHttp.Reply second = register(Role.CLERK, city, plate("VA")).expect(201);
    assertFalse(new String(second.body(), StandardCharsets.UTF_8).contains(plate("VA")));
    assertEquals(
        0,
        Sql.number(
            "SELECT COUNT(*) FROM vehicle_plate WHERE LOCATE(?, sealed) + LOCATE(?, plate_index) >"
                + " 0",
            plate("VA"),
            plate("VA")));
  }

  @Test
  void onlyTheOfficesOfTheRegionSeeAVehicle() {
    StoryHttp.Reply vehicle = register(Role.ADMIN, tariffs.scene.city, plate("VC")).expect(201);
    String path = "/v1/vehicles/" + vehicle.text("holderId");
    String elsewhere = tariffs.scene.officer(Role.ADMIN, Scene.open().city);
    tariffs.scene.http.get(path, elsewhere).expect(404);
    tariffs.scene.http.post(path + "/plates", elsewhere, Map.of("plate", plate("VD"))).expect(404);
    assertEquals(
        "OUT_OF_REGION",
        register(Role.ADMIN, Scene.open().city, plate("VE")).expect(403).text("code"));
    // A person is no vehicle.
    String person = tariffs.scene.register("VETERAN");
    tariffs.scene.http.get("/v1/vehicles/" + person, tariffs.officer(Role.ADMIN)).expect(404);
    assertEquals(
        "INVALID_REQUEST",
        register(Role.ADMIN, tariffs.scene.city, "no plate").expect(400).text("code"));
  }
}
