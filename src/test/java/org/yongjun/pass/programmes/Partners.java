package org.yongjun.pass.programmes;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.RegionCode;

/** An office of a place that keeps partners, over HTTP. */
record Partners(String region) {
  static final LocalDate TODAY = BusinessTime.dayOf(Holders.CLOCK.instant());

  String token(Role role) {
    return Holders.officer(role, RegionCode.of(region));
  }

  StoryHttp.Reply post(Role role, String path, Map<String, ?> body) {
    return Holders.HTTP.post(path, token(role), body);
  }

  StoryHttp.Reply get(String path) {
    return Holders.HTTP.get(path, token(Role.ADMIN)).expect(200);
  }

  /** A class of that place's partners; returns its code. */
  String partnerClass(String zh, boolean redeems) {
    Map<String, Object> body =
        Map.of(
            "partnerClass",
            "c-" + UUID.randomUUID(),
            "region",
            region,
            "name",
            Map.of("zh", zh, "en", "Partner"),
            "redeems",
            redeems);
    return post(Role.ADMIN, "/v1/partner-classes", body).expect(201).text("partnerClass");
  }

  /** Publishes a list that agreements may name as their terms; returns its code. */
  String terms() {
    String code = "agreed-" + UUID.randomUUID().toString().substring(0, 8);
    String document =
        """
        {"code": "%s", "region": "%s", "title": {"zh": "协议条款", "en": "Agreed terms"},
         "source": {"title": "synthetic"}, "effectiveFrom": "2020-01-01", "items": [
          {"number": "1", "title": {"zh": "九折", "en": "90 per cent"},
           "who": {"classes": ["VETERAN"], "origin": {"scope": "NATIONWIDE"}},
           "where": {"tags": ["agreed-terms"]},
           "parts": [{"label": "GOODS", "rule": {"kind": "PERCENT_PAYABLE", "percent": 90}}],
           "synthetic": true}]}
        """
            .formatted(code, region);
    Holders.HTTP
        .post(
            "/v1/catalogues",
            token(Role.ADMIN),
            "application/json",
            document.getBytes(StandardCharsets.UTF_8))
        .expect(201);
    return code;
  }

  static Map<String, Object> plaque(String partnerClass, String batch) {
    return Map.of("plaque", Map.of("partnerClass", partnerClass, "batch", batch));
  }

  /** Enters an existing partner, or with {@code candidate} the record of one to be. */
  String enter(String kind, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("name", kind + " " + UUID.randomUUID());
    body.put("kind", kind);
    body.putIfAbsent("region", region);
    return post(Role.ADMIN, "/v1/venues", body).expect(201).text("venueId");
  }

  List<String> enter(int count, String kind, Map<String, ?> more) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(enter(kind, more));
    }
    return ids;
  }

  void step(String venueId, String kind, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("kind", kind);
    body.put("reason", "按报道办理");
    post(Role.ADMIN, "/v1/venues/" + venueId + "/events", body).expect(201);
  }

  List<Map<String, Object>> steps(String venueId) {
    return get("/v1/venues/" + venueId + "/events").list("events");
  }

  /** A candidate that applies of itself; returns the application. */
  String apply(String venueId, String partnerClass, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("venueId", venueId);
    body.put("partnerClass", partnerClass);
    body.put("reason", "自愿加入");
    return post(Role.CLERK, "/v1/venue-applications", body).expect(201).text("applicationId");
  }

  void approve(String applicationId) {
    post(
            Role.REVIEWER,
            "/v1/venue-applications/" + applicationId + "/decision",
            Map.of("approved", true, "reason", "现场核实"))
        .expect(200);
  }

  /** A street, mall or alliance; returns its id. */
  String group(String kind, String name) {
    return post(
            Role.CLERK,
            "/v1/venue-groups",
            Map.of(
                "region", region,
                "kind", kind,
                "name", name,
                "tag", "组" + UUID.randomUUID().toString().substring(0, 8)))
        .expect(201)
        .text("groupId");
  }

  void join(String groupId, List<String> venues) {
    for (String venue : venues) {
      post(
              Role.CLERK,
              "/v1/venue-groups/" + groupId + "/members",
              Map.of("venueId", venue, "reason", "名单"))
          .expect(201);
    }
  }

  /** Stock and flow: opening, removed, added, closing. */
  List<Long> flow(String query) {
    StoryHttp.Reply figure = get("/v1/venue-figures?region=" + region + query);
    return List.of(
        figure.number("total/opening"),
        figure.number("total/removed"),
        figure.number("total/added"),
        figure.number("total/closing"));
  }

  /** As of today, of one kind of venue that nobody else has here. */
  List<Long> counts(String kind, String... fields) {
    StoryHttp.Reply counts = get("/v1/venue-figures/counts?region=" + region + "&kind=" + kind);
    return List.of(fields).stream().map(counts::number).toList();
  }
}
