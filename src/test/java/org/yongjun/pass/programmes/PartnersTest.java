package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Goal: partners get agreements and plaques in batches, of the classes that the reports name, and
 * what they may do follows. Method: steps over HTTP by the offices of the places; what is kept is
 * read back.
 */
class PartnersTest {
  private static final String REGISTER = "POST /v1/venues";
  private static final String STEP = "POST /v1/venues/{venueId}/events";
  private static final String READ = "GET /v1/venues/{venueId}/events";
  private static final String CLASSES = "POST /v1/partner-classes";
  private static final LocalDate TODAY = BusinessTime.dayOf(Holders.CLOCK.instant());

  private static String admin(String region) {
    return Holders.officer(Role.ADMIN, RegionCode.of(region));
  }

  /** A class of that place's partners; returns its code. */
  private static String partnerClass(String region, String zh, boolean redeems) {
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
    return Holders.HTTP
        .post("/v1/partner-classes", admin(region), body)
        .expect(201)
        .text("partnerClass");
  }

  private static String partner(String region, String kind, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("name", kind + " " + UUID.randomUUID());
    body.put("kind", kind);
    body.put("region", region);
    return Holders.HTTP.post("/v1/venues", admin(region), body).expect(201).text("venueId");
  }

  /** A partner that is entered with its plaque. */
  private static String withPlaque(String region, String kind, String partnerClass, String batch) {
    return partner(
        region, kind, Map.of("plaque", Map.of("partnerClass", partnerClass, "batch", batch)));
  }

  private static StoryHttp.Reply step(
      String region, String venueId, String kind, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("kind", kind);
    body.put("reason", "按报道办理");
    return Holders.HTTP.post("/v1/venues/" + venueId + "/events", admin(region), body).expect(201);
  }

  private static List<Map<String, Object>> steps(String region, String venueId) {
    return Holders.HTTP
        .get("/v1/venues/" + venueId + "/events", admin(region))
        .expect(200)
        .list("events");
  }

  /** How many of these partners have a plaque of that class and batch. */
  private static long count(
      String region, List<String> venueIds, String partnerClass, String batch) {
    return venueIds.stream()
        .filter(
            venue ->
                steps(region, venue).stream()
                    .anyMatch(
                        each ->
                            partnerClass.equals(each.get("partnerClass"))
                                && batch.equals(each.get("batch"))))
        .count();
  }

  /** 27 members in the first batch; 39 of two classes in one batch; a hotel among enterprises. */
  @Test
  @Covers(
      value = {"S01-001", "S01-047", "S01-117"},
      by = {REGISTER, READ, CLASSES})
  void plaquesAreGivenInBatchesByClass() {
    String alliance = partnerClass("620700", "拥军联盟成员单位", true);
    List<String> members = new ArrayList<>();
    for (int i = 0; i < 27; i++) {
      members.add(withPlaque("620700", "SHOP", alliance, "第一批"));
    }
    assertEquals(27, count("620700", members, alliance, "第一批"));
    assertEquals(0, count("620700", members, alliance, "第二批"));

    String firm = partnerClass("410200", "拥军企业", true);
    String shop = partnerClass("410200", "拥军门店", true);
    List<String> first = new ArrayList<>();
    for (int i = 0; i < 39; i++) {
      first.add(withPlaque("410200", "SHOP", i < 9 ? firm : shop, "首批"));
    }
    assertEquals(9, count("410200", first, firm, "首批"));
    assertEquals(30, count("410200", first, shop, "首批"));

    String enterprise = partnerClass("411000", "拥军企业", true);
    String hotel = withPlaque("411000", "HOTEL", enterprise, "第一批");
    assertEquals(1, count("411000", List.of(hotel), enterprise, "第一批"));
  }

  /** An agreement says until when it holds, where its paper is and which offer it carries. */
  @Test
  @Covers(
      value = {"S01-031", "S01-070", "S01-159", "S01-262"},
      by = {STEP, READ})
  void agreementsAreKeptWithTheirTermAndPaper() {
    Map<String, Integer> agreements = Map.of("150302", 3, "150300", 5, "320700", 2, "620104", 55);
    for (Map.Entry<String, Integer> each : agreements.entrySet()) {
      String kind = each.getKey().equals("150300") ? "HOSPITAL" : "SHOP";
      long signed = 0;
      for (int i = 0; i < each.getValue(); i++) {
        String venue = partner(each.getKey(), kind, Map.of());
        step(
            each.getKey(),
            venue,
            "AGREEMENT_SIGNED",
            Map.of(
                "until",
                TODAY.plusYears(2).toString(),
                "evidence",
                "协议" + i,
                "catalogue",
                "offer-of-it"));
        Map<String, Object> kept = steps(each.getKey(), venue).getLast();
        assertEquals("AGREEMENT_SIGNED", kept.get("kind"));
        assertEquals(TODAY.plusYears(2).toString(), kept.get("until"));
        assertEquals("协议" + i, kept.get("evidence"));
        assertEquals("offer-of-it", kept.get("subject"));
        signed++;
      }
      assertEquals(each.getValue().longValue(), signed);
    }
  }

  /** First the agreement, then the plaque, whatever the partner is. */
  @Test
  @Covers(
      value = "S01-054",
      by = {STEP, READ})
  void schoolsParksHotelsCinemasAndShopsSignAndThenGetPlaques() {
    String partnerClass = partnerClass("610700", "双拥单位", true);
    for (String kind : new String[] {"SCHOOL", "PARK", "HOTEL", "CINEMA", "SHOP"}) {
      String venue = partner("610700", kind, Map.of());
      step("610700", venue, "AGREEMENT_SIGNED", Map.of("until", TODAY.plusYears(1).toString()));
      step(
          "610700",
          venue,
          "PLAQUE_AWARDED",
          Map.of("plaque", Map.of("partnerClass", partnerClass, "batch", "第一批")));
      List<Object> kinds = steps("610700", venue).stream().map(each -> each.get("kind")).toList();
      assertEquals(List.of("REGISTERED", "AGREEMENT_SIGNED", "PLAQUE_AWARDED"), kinds);
    }
  }

  /** Stations that trade redeem (100.00 × 90 % = 90.00); those that offer jobs do not. */
  @Test
  @Covers(value = "S01-233", by = CLASSES)
  void stationsOfHandanThatOfferJobsDoNotRedeem() {
    Place handan = Place.of("handan-2023");
    Counter station = handan.venue("SHOP").tagged("拥军志愿服务站").charging("GOODS", 10_000).open();
    handan.offer(
        station, "GOODS", "{\"kind\": \"PERCENT_PAYABLE\", \"percent\": 90}", "handan-2023/2");
    assertEquals("10000/10000/9000/1000 terms", station.use("VETERAN@130402", "GOODS"));
    String jobs = partnerClass("130400", "拥军志愿服务站（生产类）", false);
    String venue = withPlaque("130400", "SHOP", jobs, "第一批");
    assertEquals(
        "NON_REDEEMING",
        Holders.HTTP.get("/v1/venues/" + venue, handan.token()).expect(200).text("state"));
    Counter factory = new Counter(venue, handan.office().terminal(venue, "counter", "COUNTER"));
    assertEquals("VENUE_NOT_ACTIVE", factory.useOf("VETERAN@130402", "GOODS", 10_000));
  }
}
