package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.scenario.ParkingScene.Leaving;
import org.yongjun.pass.scenario.TariffScene.Sum;

/**
 * Goal: a vehicle is a holder by its plate: its card opens a car park's barrier without staff when
 * the plate matches, the fee that the public would pay is the value, nobody is counted twice, and
 * nobody gets to see the plate. Method: an office registers vehicles over HTTP, a barrier and a
 * booth redeem; fees are computed by hand from the filed tariff; the tables are searched for
 * plates.
 */
class H10_AVehicleIsABeneficiaryTest {
  private final ParkingScene parking = new ParkingScene();
  private final Scene scene = parking.tariffs.scene;

  private StoryHttp.Reply register(String office, String plate) {
    return parking.register(Role.CLERK, office, plate);
  }

  @Test
  void aPlateBelongsToOneVehicleAtATimeAndIsOnlyShownMasked() {
    String clerk = parking.tariffs.officer(Role.CLERK);
    StoryHttp.Reply first = register(clerk, parking.plate("VA·")).expect(201);
    char last = parking.plate("").charAt(4);
    assertEquals("VA***" + last, first.text("plates/0/masked"));
    assertEquals("CONFLICT", register(clerk, parking.plate("ｖａ ")).expect(409).text("code"));

    String path = "/v1/vehicles/" + first.text("holderId");
    scene.http.post(path + "/plates", clerk, Map.of("plate", parking.plate("VB"))).expect(201);
    StoryHttp.Reply changed = scene.http.get(path, clerk).expect(200);
    assertEquals("VB***" + last, changed.text("plates/1/masked"));
    assertFalse(changed.text("plates/0/endedAt").isEmpty());
    // The old plate may now be another vehicle's.
    StoryHttp.Reply second = register(clerk, parking.plate("VA")).expect(201);
    assertFalse(new String(second.body(), StandardCharsets.UTF_8).contains(parking.plate("VA")));
    assertEquals(
        0,
        Sql.number(
            "SELECT COUNT(*) FROM vehicle_plate WHERE LOCATE(?, sealed) + LOCATE(?, plate_index) >"
                + " 0",
            parking.plate("VA"),
            parking.plate("VA")));
  }

  @Test
  void onlyTheOfficesOfTheRegionSeeAVehicle() {
    String admin = parking.tariffs.officer(Role.ADMIN);
    String vehicle = register(admin, parking.plate("VC")).expect(201).text("holderId");
    String elsewhere = scene.officer(Role.ADMIN, Scene.open().city);
    String path = "/v1/vehicles/" + vehicle;
    scene.http.get(path, elsewhere).expect(404);
    scene.http.post(path + "/plates", elsewhere, Map.of("plate", parking.plate("VD"))).expect(404);
    assertEquals(
        "OUT_OF_REGION", register(elsewhere, parking.plate("VE")).expect(403).text("code"));
    // A person is no vehicle.
    scene.http.get("/v1/vehicles/" + scene.register("VETERAN"), admin).expect(404);
    assertEquals("INVALID_REQUEST", register(admin, "no plate").expect(400).text("code"));
  }

  @Test
  void theBarrierOpensForThePlateOfTheCardAndTheValueIsTheFee() {
    String card = parking.cardOf(parking.plate("VA"));
    // 95 minutes: 4 started half hours of 2.50. Free for the forces: value 10.00.
    Leaving leaving = Leaving.after(95, card, parking.plate("va·"));
    StoryHttp.Reply verdict = parking.verify(leaving).expect(200);
    assertEquals(new Sum(1000, 1000, 0, 1000), Sum.ofQuote(verdict));
    StoryHttp.Reply redeemed = parking.redeemVerified(verdict.text("verificationId"));
    assertEquals(new Sum(1000, 1000, 0, 1000), Sum.ofRedemption(redeemed));
    // 10 minutes are free for everybody: one use, no value.
    assertEquals(
        new Sum(0, 0, 0, 0),
        Sum.ofRedemption(parking.openBarrier(Leaving.ago(100, 10, card, parking.plate("VA")))));
    // 25 hours: 20.00 for the first 24, two started half hours more.
    assertEquals(
        new Sum(2500, 2500, 0, 2500),
        Sum.ofRedemption(parking.openBarrier(Leaving.ago(120, 1500, card, parking.plate("VA")))));
    assertEquals(new Totals(3, 3, 3500, 3500, 0, 3500), Totals.ofFigure(scene));
  }

  @Test
  void withAnotherPlateOrNoneTheBarrierStaysShut() {
    String card = parking.cardOf(parking.plate("VA"));
    parking.cardOf(parking.plate("VB"));
    StoryHttp.Reply other = parking.openBarrier(Leaving.after(95, card, parking.plate("VB")));
    assertEquals("STAFF_CHECK_REQUIRED", other.expect(422).text("code"));
    // The booth has staff, and is told that the plate is not the card's.
    StoryHttp.Reply booth = parking.atBooth(Leaving.after(95, card, parking.plate("VB")));
    assertEquals("CONDITION_FAILED", booth.expect(422).text("code"));
    assertEquals("号牌与该车辆凭证登记的不一致", booth.text("detail"));
    assertEquals(
        "INVALID_REQUEST",
        parking.openBarrier(Leaving.after(95, card, null)).expect(400).text("code"));
    assertEquals(Totals.NOTHING, Totals.ofFigure(scene));
  }

  /** The barrier and the driver's phone at once, ten times over: one of them is counted. */
  @Test
  void oneStayIsRedeemedOnceByTheVehicleOrByItsDriver() {
    String card = parking.cardOf(parking.plate("VA"));
    Leaving leaving = Leaving.after(65, card, parking.plate("VA"));
    List<Callable<StoryHttp.Reply>> calls = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String code = scene.veteran().show();
      calls.add(() -> parking.openBarrier(leaving));
      calls.add(() -> parking.atBooth(leaving.with(code)));
    }
    List<StoryHttp.Reply> replies = Together.call(calls);
    List<StoryHttp.Reply> won = replies.stream().filter(r -> r.status() == 201).toList();
    assertEquals(1, won.size());
    replies.stream()
        .filter(reply -> reply.status() != 201)
        .forEach(reply -> assertEquals("STAY_REDEEMED", reply.expect(409).text("code")));
    assertEquals(1, Totals.ofFigure(scene).uses());
  }

  @Test
  void whatWasReversedMayBeClaimedByTheDriver() {
    Leaving leaving = Leaving.after(65, parking.cardOf(parking.plate("VA")), parking.plate("VA"));
    String id = parking.openBarrier(leaving).expect(201).text("redemptionId");
    Leaving driver = leaving.with(scene.veteran().show());
    assertEquals("STAY_REDEEMED", parking.atBooth(driver).expect(409).text("code"));
    parking.reverseAtBarrier(id).expect(201);
    // Three started half hours are 7.50; the driver pays half, 3.75.
    assertEquals(new Sum(750, 750, 375, 375), Sum.ofRedemption(parking.atBooth(driver)));
    assertEquals(new Totals(1, 1, 750, 750, 375, 375), Totals.ofFigure(scene));
  }

  /** A vehicle that was there at ten was not there again a second later. */
  @Test
  void oneStayIsOneWhateverSecondItBegan() {
    Leaving leaving = Leaving.after(65, parking.cardOf(parking.plate("VA")), parking.plate("VA"));
    parking.openBarrier(leaving).expect(201);
    for (Leaving again :
        List.of(leaving.aSecondLater(), Leaving.ago(30, 60, leaving.code(), leaving.plate()))) {
      Leaving driver = again.with(scene.veteran().show());
      assertEquals("STAY_REDEEMED", parking.atBooth(driver).expect(409).text("code"));
      assertEquals("STAY_REDEEMED", parking.openBarrier(again).expect(409).text("code"));
    }
    assertEquals(
        4,
        Sql.number(
            "SELECT COUNT(*) FROM attempt WHERE result = 'STAY_REDEEMED' AND region = ?",
            scene.city.value()));
    parking.openBarrier(Leaving.ago(70, 20, leaving.code(), leaving.plate())).expect(201);
  }

  /** What a driver is not entitled to is left to the vehicle's own card. */
  @Test
  void aStayWithoutBenefitIsNotUsedUp() {
    Leaving leaving = Leaving.after(65, parking.cardOf(parking.plate("VA")), parking.plate("VA"));
    StoryPhone relative = scene.phone(scene.register("MILITARY_DEPENDENT"));
    Map<String, Object> body =
        leaving.with(relative.show()).bodyWith(Map.of("label", "WASH", "listFen", 1000));
    // The wash is free for relatives, parking is not.
    assertEquals(750, parking.atBooth(body).expect(201).number("payableFen"));
    parking.openBarrier(leaving).expect(201);
  }

  @Test
  void twoStaysOfOneVehicleAtOnceAreNoBill() {
    Leaving leaving = Leaving.after(65, parking.cardOf(parking.plate("VA")), parking.plate("VA"));
    Map<String, String> other =
        Map.of(
            "label", "PARKING_2",
            "entryAt", leaving.entryAt().toString(),
            "exitAt", leaving.exitAt().minusSeconds(60).toString());
    StoryHttp.Reply refused = parking.atBooth(leaving.bodyWith(other)).expect(400);
    assertEquals("/bill/1/exitAt", refused.text("errors/0/pointer"));
  }

  /** No more than two days after its end: the office's figures are not a place for old receipts. */
  @Test
  void aStayOfLongAgoIsNotPriced() {
    String card = parking.cardOf(parking.plate("VA"));
    String plate = parking.plate("VA");
    assertEquals(400, parking.openBarrier(Leaving.ago(49 * 60, 60, card, plate)).status());
    parking.openBarrier(Leaving.ago(47 * 60, 60, card, plate)).expect(201);
  }

  /** A local item asks for the vehicle's home, which no person's key seals. */
  @Test
  void whatAVehicleGotIsDecidedAgainTheSame() {
    String half = "{\"kind\": \"PERCENT_PAYABLE\", \"percent\": 50}";
    parking.tariffs.publish(
        parking
            .tariffs
            .item("local", "VEHICLE", "", "PARKING", half, "")
            .replace(
                "{\"scope\": \"NATIONWIDE\"}",
                "{\"scope\": \"LOCAL\", \"region\": \"" + scene.city + "\"}"));
    String card = parking.cardOf(parking.plate("VA"));
    StoryHttp.Reply redeemed =
        parking.openBarrier(Leaving.after(65, card, parking.plate("VA"))).expect(201);
    assertEquals(375, redeemed.number("payableFen"));
    String again = "/v1/redemptions/" + redeemed.text("redemptionId") + "/re-evaluation";
    assertEquals(
        "SAME",
        scene.http.get(again, parking.tariffs.officer(Role.AUDITOR)).expect(200).text("result"));
  }

  @Test
  void noPlateIsKeptOfAStay() {
    String plate = parking.plate("VA");
    parking.openBarrier(Leaving.after(65, parking.cardOf(plate), plate)).expect(201);
    for (String table :
        List.of(
            "SELECT COUNT(*) FROM parking_stay WHERE plate_index LIKE ?",
            "SELECT COUNT(*) FROM ledger_entry WHERE facts LIKE ?",
            "SELECT COUNT(*) FROM claim WHERE answer LIKE ?",
            "SELECT COUNT(*) FROM verification WHERE bill LIKE ?",
            "SELECT COUNT(*) FROM journal_entry WHERE content LIKE ?")) {
      assertEquals(0, Sql.number(table, "%" + plate + "%"), table);
    }
  }
}
