package org.yongjun.pass.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;

/** A car park with a filed fee, its barrier, and vehicles of the forces. */
final class ParkingScene {
  final TariffScene tariffs = new TariffScene();
  final String venueId;
  private final String barrier;
  private final String booth;

  /** 2.50 for each started half hour, 15 minutes free, at most 20.00 in 24 hours. */
  ParkingScene() {
    String free = "{\"kind\": \"FREE\"}";
    String half = "{\"kind\": \"PERCENT_PAYABLE\", \"percent\": 50}";
    tariffs.publish(
        tariffs.item("army", "VEHICLE", "", "PARKING", free, ""),
        tariffs.item("driver", "VETERAN", "", "PARKING", half, ""),
        tariffs.item("wash", "MILITARY_DEPENDENT", "", "WASH", free, ""));
    venueId =
        tariffs.venue(
            "PARKING",
            Map.of(
                "label",
                "PARKING",
                "listFen",
                250,
                "timed",
                Map.of("perMinutes", 30, "freeMinutes", 15, "dayCapFen", 2000)));
    barrier = token("GATE", Role.GATE);
    booth = token("COUNTER", Role.TERMINAL);
  }

  private String token(String kind, Role role) {
    String id = tariffs.scene.office.terminal(venueId, kind, kind).id();
    return tariffs.scene.atVenue(id, role, venueId);
  }

  /** Five digits that no other city of the tests has, behind these letters. */
  String plate(String letters) {
    return letters + String.format("%05d", tariffs.scene.city.value() % 100_000);
  }

  StoryHttp.Reply register(Role role, String office, String plate) {
    Map<String, String> vehicle = new HashMap<>();
    vehicle.put("plate", plate);
    vehicle.put("region", tariffs.scene.city.toString());
    vehicle.put("validFrom", TariffScene.TODAY.minusDays(1).toString());
    vehicle.put("validUntil", TariffScene.TODAY.plusDays(300).toString());
    return tariffs.scene.http.post("/v1/vehicles", office, vehicle);
  }

  /** The text of the card of a new vehicle with that plate. */
  String cardOf(String plate) {
    String clerk = tariffs.officer(Role.CLERK);
    String id = register(Role.CLERK, clerk, plate).expect(201).text("holderId");
    return tariffs
        .scene
        .http
        .post("/v1/holders/" + id + "/cards", clerk, "application/json", new byte[0])
        .expect(201)
        .text("code");
  }

  /** Whoever leaves now: a code, the plate that is seen, minutes since the entry. */
  record Leaving(String code, @Nullable String plate, Instant entryAt, Instant exitAt) {
    static Leaving after(long minutes, String code, @Nullable String plate) {
      return ago(0, minutes, code, plate);
    }

    /** The same of who has left so many minutes ago. */
    static Leaving ago(long ago, long minutes, String code, @Nullable String plate) {
      Instant exit = Scene.CLOCK.instant().minusSeconds(ago * 60);
      return new Leaving(code, plate, exit.minusSeconds(minutes * 60), exit);
    }

    /** The same vehicle, said to have come a second later. */
    Leaving aSecondLater() {
      return new Leaving(code, plate, entryAt.plusSeconds(1), exitAt);
    }

    Leaving with(String otherCode) {
      return new Leaving(otherCode, plate, entryAt, exitAt);
    }

    /** The same bill with something else on it. */
    Map<String, Object> bodyWith(Map<String, ?> line) {
      Map<String, Object> body = body();
      List<Object> bill = new ArrayList<>((List<?>) body.get("bill"));
      bill.add(line);
      body.put("bill", bill);
      return body;
    }

    private Map<String, Object> body() {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("code", code);
      body.put(
          "bill",
          List.of(
              Map.of(
                  "label", "PARKING",
                  "entryAt", entryAt.toString(),
                  "exitAt", exitAt.toString())));
      if (plate != null) {
        body.put("plate", plate);
      }
      return body;
    }
  }

  StoryHttp.Reply openBarrier(Leaving leaving) {
    return redeem(barrier, leaving.body());
  }

  StoryHttp.Reply atBooth(Leaving leaving) {
    return redeem(booth, leaving.body());
  }

  StoryHttp.Reply atBooth(Map<String, ?> body) {
    return redeem(booth, body);
  }

  StoryHttp.Reply verify(Leaving leaving) {
    return tariffs.scene.http.post("/v1/verifications", barrier, leaving.body());
  }

  StoryHttp.Reply redeemVerified(String verificationId) {
    return redeem(barrier, Map.of("verificationId", verificationId));
  }

  StoryHttp.Reply reverseAtBarrier(String redemptionId) {
    return tariffs.scene.http.post(
        "/v1/reversals",
        barrier,
        Map.of("redemptionId", redemptionId, "reason", "误抬杆"),
        "Idempotency-Key",
        Scene.key());
  }

  private StoryHttp.Reply redeem(String token, Map<String, ?> body) {
    return tariffs.scene.http.post("/v1/redemptions", token, body, "Idempotency-Key", Scene.key());
  }
}
