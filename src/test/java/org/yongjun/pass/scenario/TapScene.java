package org.yongjun.pass.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.contract.CheckedHttp;

/** A city with gates that tell later what they let in; every amount is made up. */
final class TapScene {
  /** What a site costs the public; the scene's catalogue lets veterans in free. */
  static final long ADMISSION = 3_000;

  final VenueScene venues = new VenueScene();
  final Scene scene = venues.scene;

  /** One gate, with the number of its last event. */
  final class Gate {
    final String id;
    final String venueId;
    final String token;
    private long sequence;

    private Gate(String venueId, String kind) {
      this.venueId = venueId;
      this.id = scene.office.terminal(venueId, kind.toLowerCase(Locale.ROOT), kind).id();
      this.token = scene.atVenue(id, kind.equals("GATE") ? Role.GATE : Role.TERMINAL, venueId);
    }

    /** A passage at the free admission of a site, as the gate's journal has it. */
    Map<String, Object> pass(String code, long eventTime) {
      return pass(code, eventTime, "ADMISSION", ADMISSION, 0);
    }

    Map<String, Object> pass(
        String code, long eventTime, String label, long listFen, long payableFen) {
      Map<String, Object> tap = event("PASS", eventTime);
      tap.put("code", code);
      tap.put("label", label);
      tap.put("listFen", listFen);
      tap.put("payableFen", payableFen);
      tap.put("valueFen", listFen - payableFen);
      return tap;
    }

    Map<String, Object> event(String kind, long eventTime) {
      sequence++;
      Map<String, Object> tap = new HashMap<>();
      tap.put("kind", kind);
      tap.put("clientId", UUID.randomUUID().toString());
      tap.put("sequence", sequence);
      tap.put("eventTime", eventTime);
      return tap;
    }

    /** About a passage of this gate: an exit or an annulment. */
    Map<String, Object> about(String kind, Map<String, Object> pass, long eventTime) {
      Map<String, Object> tap = event(kind, eventTime);
      tap.put("names", pass.get("clientId"));
      return tap;
    }

    List<Result> tell(Map<String, Object> tap) {
      return tell(List.of(tap));
    }

    List<Result> tell(List<Map<String, Object>> taps) {
      List<Result> results = new ArrayList<>();
      post(taps).expect(200).list("results").forEach(each -> results.add(Result.of(each)));
      return results;
    }

    /** What is wrong on purpose: only the answer is held against the contract. */
    List<Result> tellInvalid(List<Map<String, Object>> taps) {
      StoryHttp unchecked = new StoryHttp(PassServer.url(), CheckedHttp::sendInvalid);
      List<Result> results = new ArrayList<>();
      unchecked
          .post("/v1/taps", token, Map.of("taps", taps))
          .expect(200)
          .list("results")
          .forEach(each -> results.add(Result.of(each)));
      return results;
    }

    StoryHttp.Reply post(List<Map<String, Object>> taps) {
      return scene.http.post("/v1/taps", token, Map.of("taps", taps));
    }
  }

  /** One line of the answer; the redemption's id is empty where there is none. */
  record Result(String clientId, String outcome, List<Object> reasons, String redemptionId) {
    static Result of(Map<String, Object> json) {
      return new Result(
          String.valueOf(json.get("clientId")),
          String.valueOf(json.get("outcome")),
          List.copyOf((List<?>) json.getOrDefault("reasons", List.of())),
          String.valueOf(json.getOrDefault("redemptionId", "")));
    }

    String said() {
      return outcome + reasons;
    }
  }

  Gate gate() {
    return gate(scene.venue("SCENIC_SPOT"));
  }

  Gate gate(String venueId) {
    return new Gate(venueId, "GATE");
  }

  Gate counter(String venueId) {
    return new Gate(venueId, "COUNTER");
  }

  /** A site at a place. */
  String siteAt(double latitude, double longitude) {
    return scene.office.venue(
        Map.of(
            "name",
            "SITE " + UUID.randomUUID(),
            "kind",
            "SCENIC_SPOT",
            "region",
            scene.city.toString(),
            "position",
            Map.of("latitude", latitude, "longitude", longitude)));
  }

  static long now() {
    return Scene.CLOCK.instant().getEpochSecond();
  }

  Device phone() {
    return Device.bind(scene, scene.register("VETERAN"));
  }

  String card(String holderId) {
    return scene
        .http
        .post(
            "/v1/holders/" + holderId + "/cards",
            scene.officer(Role.CLERK, scene.city),
            "application/json",
            new byte[0])
        .expect(201)
        .text("code");
  }

  /** Flags of one kind on what these gates told. */
  List<Map<String, Object>> flags(String kind, Gate... gates) {
    String path = "/v1/tap-flags?pageSize=200&region=" + scene.city + "&flag=" + kind;
    List<String> ids = Arrays.stream(gates).map(gate -> gate.id).toList();
    return scene
        .http
        .get(path, scene.officer(Role.REVIEWER, scene.city))
        .expect(200)
        .list("flags")
        .stream()
        .filter(flag -> ids.contains(flag.get("terminalId")))
        .toList();
  }

  /** Uses, visits and value of these gates' venues today. */
  List<Long> figure(Gate... gates) {
    List<Long> sums = new ArrayList<>(List.of(0L, 0L, 0L));
    for (String venueId : Arrays.stream(gates).map(gate -> gate.venueId).distinct().toList()) {
      StoryHttp.Reply figure = scene.office.figure(scene.city.toString(), "&venueId=" + venueId);
      sums.set(0, sums.get(0) + figure.number("total/uses"));
      sums.set(1, sums.get(1) + figure.number("total/visits"));
      sums.set(2, sums.get(2) + figure.number("total/benefitValueFen"));
    }
    return List.copyOf(sums);
  }

  /** What the office reads of one gate, to hold against its journal. */
  Map<String, Object> sums(Gate gate) {
    String today = VenueScene.today().toString();
    String path =
        "/v1/tap-figures?pageSize=200&region=" + scene.city + "&from=" + today + "&to=" + today;
    return scene
        .http
        .get(path, scene.officer(Role.CLERK, scene.city))
        .expect(200)
        .list("terminals")
        .stream()
        .filter(sums -> gate.id.equals(sums.get("terminalId")))
        .findFirst()
        .orElseThrow();
  }

  boolean holds() {
    return Boolean.TRUE.equals(scene.office.conservation(scene.city.toString()).at("holds"));
  }
}
