package org.yongjun.pass.scenario;

import java.util.Map;
import java.util.UUID;
import org.yongjun.pass.app.StoryHttp;

/** What a city has about its partners: a class, a call, an application, a street, a facility. */
final class PartnerData {
  private PartnerData() {}

  /** Plants it into the city, by the names that the contract has. */
  static void plant(CityData city) {
    String region = city.scene.city.toString();
    String venue = city.of("venueId");
    String partnerClass = "c-" + UUID.randomUUID();
    post(
        city,
        "/v1/partner-classes",
        Map.of(
            "partnerClass",
            partnerClass,
            "region",
            region,
            "name",
            Map.of("zh", "拥军门店", "en", "Partner shop"),
            "redeems",
            true));
    city.live.put("partnerClass", partnerClass);
    city.listed.add(partnerClass);
    String today = CityData.today().toString();
    StoryHttp.Reply call =
        post(
            city,
            "/v1/venue-calls",
            Map.of(
                "region",
                region,
                "title",
                "征集",
                "batch",
                "第一批",
                "partnerClass",
                partnerClass,
                "opensOn",
                today,
                "closesOn",
                today));
    publish(city, "callId", call);
    StoryHttp.Reply street =
        post(
            city,
            "/v1/venue-groups",
            Map.of("region", region, "kind", "STREET", "name", "街", "tag", "street"));
    publish(city, "groupId", street);
    StoryHttp.Reply application =
        post(
            city,
            "/v1/venue-applications",
            Map.of("venueId", venue, "partnerClass", partnerClass, "reason", "自愿加入"));
    city.live.put("applicationId", city.secret(application.text("applicationId")));
    StoryHttp.Reply lanes =
        post(
            city,
            "/v1/venues/" + venue + "/facilities",
            Map.of("kind", "PRIORITY_LANE", "quantity", 2));
    city.live.put("facilityId", city.secret(lanes.text("facilityId")));
    StoryHttp.Reply inspection =
        post(
            city,
            "/v1/inspections",
            Map.of("region", region, "title", "专项检查", "beginsOn", today, "endsOn", today));
    String id = city.secret(inspection.text("inspectionId"));
    city.live.put("inspectionId", id);
    city.scene.http.post("/v1/inspections/" + id + "/draw", city.admin, Map.of()).expect(200);
  }

  private static void publish(CityData city, String name, StoryHttp.Reply created) {
    city.live.put(name, created.text(name));
    city.listed.add(created.text(name));
  }

  private static StoryHttp.Reply post(CityData city, String path, Map<String, ?> body) {
    return city.scene.http.post(path, city.admin, body).expect(201);
  }
}
