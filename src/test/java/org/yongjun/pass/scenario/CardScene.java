package org.yongjun.pass.scenario;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.kernel.BusinessTime;

/** A city whose office gives out cards. */
final class CardScene {
  final Scene scene = Scene.open();
  final String clerk = scene.officer(Role.CLERK, scene.city);
  final String reviewer = scene.officer(Role.REVIEWER, scene.city);
  final LocalDate today = BusinessTime.dayOf(Scene.CLOCK.instant());

  /** A new type for veterans; our own card where {@code partner} is empty. */
  String type(String partner) {
    String code = scene.city + "-" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "cardType",
                code,
                "region",
                scene.city.toString(),
                "title",
                "卡",
                "classes",
                List.of("VETERAN")));
    if (!partner.isEmpty()) {
      body.put("partner", partner);
    }
    scene.http.post("/v1/card-types", scene.officer(Role.ADMIN, scene.city), body).expect(201);
    return code;
  }

  StoryHttp.Reply apply(String token, Map<String, Object> body) {
    return scene.http.post("/v1/card-applications", token, body);
  }

  /** The id of an application at the counter. */
  String apply(String type, String holder) {
    return apply(clerk, Map.of("cardType", type, "holderId", holder, "channel", "COUNTER"))
        .expect(201)
        .text("cardApplicationId");
  }

  StoryHttp.Reply step(String application, String token, String stage) {
    return scene.http.post(steps(application), token, Map.of("stage", stage));
  }

  static String steps(String application) {
    return "/v1/card-applications/" + application + "/steps";
  }

  StoryHttp.Reply importCards(String type, String lines) {
    return scene.http.post(
        "/v1/card-types/" + type + "/imports?region=" + scene.city,
        clerk,
        "text/csv",
        ("身份证号,发放日期,激活日期\n" + lines).getBytes(StandardCharsets.UTF_8));
  }
}
