package org.yongjun.pass.app;

import java.util.List;
import java.util.Map;

/** A holder far from an office: what do I get here, what did I use, what did it save me. */
final class StoryHolder {
  private final StoryScene scene;

  StoryHolder(StoryScene scene) {
    this.scene = scene;
  }

  void play() {
    String token = scene.holderToken(17);
    StoryHttp.Reply nearby =
        scene
            .http()
            .post(
                "/v1/benefit-searches",
                token,
                Map.of(
                    "position",
                    Map.of("latitude", 21.4815, "longitude", 109.1205),
                    "radiusMetres",
                    3000))
            .expect(200);
    scene.say("在北海，持证人看到：", "In Beihai the holder sees:");
    for (Map<String, Object> venue : nearby.list("venues")) {
      scene
          .out()
          .printf(
              "    %s  %s m  %s 元 yuan%s%n",
              venue.get("name"),
              venue.get("distanceMetres"),
              venue.get("savingYuan"),
              fix(venue).isEmpty() ? "" : "  " + fix(venue));
    }
    StoryScene.require(
        nearby.number("venues/0/savingFen") == 200, "the bus, which saves 2.00, comes first");
    StoryHttp.Reply uses = scene.http().get("/v1/me/redemptions", token).expect(200);
    StoryScene.require(
        uses.text("redemptions/0/benefitValueYuan").equals("2.00"), "the ride is in the history");
    StoryHttp.Reply savings = scene.http().get("/v1/me/savings", token).expect(200);
    scene.say(
        "使用记录最近一笔：%s；累计节省 %s 元。",
        "The newest use: %s; saved altogether: %s.",
        uses.text("redemptions/0/venueName"),
        savings.text("total/benefitValueYuan"));
  }

  private static String fix(Map<String, Object> venue) {
    List<?> others = (List<?>) venue.get("others");
    return others == null || others.isEmpty()
        ? ""
        : String.valueOf(((Map<?, ?>) ((Map<?, ?>) others.getFirst()).get("fix")).get("zh"));
  }
}
