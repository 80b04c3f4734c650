package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
  private static final LocalDate TODAY = Partners.TODAY;

  /** How many of these partners have a plaque of that class and batch. */
  private static long count(
      String region, List<String> venueIds, String partnerClass, String batch) {
    return venueIds.stream()
        .filter(
            venue ->
                new Partners(region)
                    .steps(venue).stream()
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
    String alliance = new Partners("620700").partnerClass("拥军联盟成员单位", true);
    List<String> members = new ArrayList<>();
    for (int i = 0; i < 27; i++) {
      members.add(new Partners("620700").enter("SHOP", Partners.plaque(alliance, "第一批")));
    }
    assertEquals(27, count("620700", members, alliance, "第一批"));
    assertEquals(0, count("620700", members, alliance, "第二批"));

    String firm = new Partners("410200").partnerClass("拥军企业", true);
    String shop = new Partners("410200").partnerClass("拥军门店", true);
    List<String> first = new ArrayList<>();
    for (int i = 0; i < 39; i++) {
      first.add(new Partners("410200").enter("SHOP", Partners.plaque(i < 9 ? firm : shop, "首批")));
    }
    assertEquals(9, count("410200", first, firm, "首批"));
    assertEquals(30, count("410200", first, shop, "首批"));

    String enterprise = new Partners("411000").partnerClass("拥军企业", true);
    String hotel = new Partners("411000").enter("HOTEL", Partners.plaque(enterprise, "第一批"));
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
      String terms = new Partners(each.getKey()).terms();
      long signed = 0;
      for (int i = 0; i < each.getValue(); i++) {
        String venue = new Partners(each.getKey()).enter(kind, Map.of());
        new Partners(each.getKey())
            .step(
                venue,
                "AGREEMENT_SIGNED",
                Map.of(
                    "until",
                    TODAY.plusYears(2).toString(),
                    "evidence",
                    "协议" + i,
                    "catalogue",
                    terms));
        Map<String, Object> kept = new Partners(each.getKey()).steps(venue).getLast();
        assertEquals("AGREEMENT_SIGNED", kept.get("kind"));
        assertEquals(TODAY.plusYears(2).toString(), kept.get("until"));
        assertEquals("协议" + i, kept.get("evidence"));
        assertEquals(terms, kept.get("subject"));
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
    String partnerClass = new Partners("610700").partnerClass("双拥单位", true);
    for (String kind : new String[] {"SCHOOL", "PARK", "HOTEL", "CINEMA", "SHOP"}) {
      String venue = new Partners("610700").enter(kind, Map.of());
      new Partners("610700")
          .step(venue, "AGREEMENT_SIGNED", Map.of("until", TODAY.plusYears(1).toString()));
      new Partners("610700")
          .step(
              venue,
              "PLAQUE_AWARDED",
              Map.of("plaque", Map.of("partnerClass", partnerClass, "batch", "第一批")));
      List<Object> kinds =
          new Partners("610700").steps(venue).stream().map(each -> each.get("kind")).toList();
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
    String jobs = new Partners("130400").partnerClass("拥军志愿服务站（生产类）", false);
    String venue = new Partners("130400").enter("SHOP", Partners.plaque(jobs, "第一批"));
    assertEquals(
        "NON_REDEEMING",
        Holders.HTTP.get("/v1/venues/" + venue, handan.token()).expect(200).text("state"));
    Counter factory = new Counter(venue, handan.office().terminal(venue, "counter", "COUNTER"));
    assertEquals("VENUE_NOT_ACTIVE", factory.useOf("VETERAN@130402", "GOODS", 10_000));
  }
}
