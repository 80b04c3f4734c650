package org.yongjun.pass.scenario;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.kernel.BusinessTime;

/** A city whose office keeps lists, households and what happens to persons; all made up. */
final class PersonScene {
  final Scene scene = Scene.open();
  final String clerk = scene.officer(Role.CLERK, scene.city);
  private final String catalogue = "persons-" + UUID.randomUUID().toString().substring(0, 8);

  static LocalDate today() {
    return BusinessTime.dayOf(Scene.CLOCK.instant());
  }

  /** A list of the city's office; returns its code. */
  String list() {
    String code = scene.city + "-" + UUID.randomUUID().toString().substring(0, 8);
    post(
            "/v1/member-lists",
            Map.of("listCode", code, "region", scene.city.toString(), "title", "名单"))
        .expect(201);
    return code;
  }

  StoryHttp.Reply add(String list, String holderId, LocalDate from, LocalDate until) {
    return post("/v1/member-lists/" + list + "/members", line(holderId, from, until));
  }

  /** Puts persons on a list by their ID numbers. */
  StoryHttp.Reply importMembers(String list, String rows) {
    return scene.http.post(
        "/v1/member-lists/" + list + "/imports",
        clerk,
        "text/csv",
        ("身份证号,生效日期,截止日期\n" + rows).getBytes(StandardCharsets.UTF_8));
  }

  StoryHttp.Reply endLine(String list, String membershipId, LocalDate lastDay) {
    return post(
        "/v1/member-lists/" + list + "/members/" + membershipId + "/end",
        Map.of("lastDay", lastDay.toString()));
  }

  /** A household of these holders, for ten years around today. */
  String household(String... holderIds) {
    String id =
        post("/v1/households", Map.of("region", scene.city.toString()))
            .expect(201)
            .text("householdId");
    for (String each : holderIds) {
      join(id, each, today().minusYears(5), today().plusYears(5)).expect(201);
    }
    return id;
  }

  StoryHttp.Reply join(String household, String holderId, LocalDate from, LocalDate until) {
    return post("/v1/households/" + household + "/members", line(holderId, from, until));
  }

  /** Publishes one item that makes fares free for persons of these classes. */
  void publish(List<String> classes, String condition, String limits) {
    scene.publish(
        """
        {"code": "%1$s", "region": "%2$s", "title": {"zh": "名单优待", "en": "By list"},
         "source": {"title": "synthetic"}, "effectiveFrom": "2020-01-01", "items": [
          {"number": "1", "title": {"zh": "免费乘船", "en": "Free ferry"},
           "who": {"classes": %3$s, "origin": {"scope": "NATIONWIDE"}%4$s},
           "where": {"tags": ["%1$s"]}, "parts": [{"label": "FARE", "rule": {"kind": "FREE"}}],
           "limits": [%5$s], "synthetic": true}]}
        """
            .formatted(
                catalogue,
                scene.city,
                classes.stream().map(each -> '"' + each + '"').toList(),
                condition.isEmpty() ? "" : ", \"condition\": " + condition,
                limits));
  }

  /** A till where the item applies: one of the ships of the route. */
  StoryTerminal till() {
    String venue =
        scene.office.venue(
            Map.of(
                "name",
                "SHIP " + UUID.randomUUID(),
                "kind",
                "SHOP",
                "region",
                scene.city.toString(),
                "tags",
                List.of(catalogue)));
    return scene.office.terminal(venue, "till", "COUNTER");
  }

  static StoryHttp.Reply ride(StoryTerminal till, StoryPhone phone) {
    return till.redeem(Scene.key(), phone.show(), Map.of("FARE", 24_000L));
  }

  StoryHttp.Reply post(String path, Map<String, ?> body) {
    return scene.http.post(path, clerk, body);
  }

  StoryHttp.Reply get(String path) {
    return scene.http.get(path, clerk);
  }

  private static Map<String, String> line(String holderId, LocalDate from, LocalDate until) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("holderId", holderId);
    line.put("validFrom", from.toString());
    line.put("validUntil", until.toString());
    return line;
  }
}
