package org.yongjun.pass.programmes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Goal: what the reports count of lists is what is in force. Method: lists of that size, with
 * made-up items for venues that there are none of, are published over HTTP; counts are compared
 * with those before.
 */
class ListsInForceTest {
  private static final String COUNT = "GET /v1/catalogue-counts";
  private static final String READ = "GET /v1/catalogues/{code}";
  private static final String PUBLISH = "POST /v1/catalogues";

  /** A list of a place; null where a report says nothing. */
  private record Listing(String region, Integer batch, int items, String... headings) {
    /** Every heading has at least one item. */
    String document(String code) {
      List<String> categories = new ArrayList<>();
      for (int i = 0; i < headings.length; i++) {
        categories.add(
            "{\"code\": \"C%d\", \"title\": {\"zh\": \"%s\", \"en\": \"Heading %d\"}}"
                .formatted(i, headings[i], i));
      }
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < items; i++) {
        String category =
            headings.length == 0 ? "" : "\"category\": \"C%d\",".formatted(i % headings.length);
        lines.add(
            """
            {"number": "%1$d", "title": {"zh": "项目%1$d", "en": "Item %1$d"}, %2$s
             "who": {"classes": ["VETERAN"], "origin": {"scope": "NATIONWIDE"}},
             "where": {"kinds": ["OTHER"], "tags": ["counted-only"]},
             "parts": [{"label": "GOODS", "rule": {"kind": "NON_MONETARY"}}], "synthetic": true}
            """
                .formatted(i + 1, category));
      }
      return """
      {"code": "%s", "region": "%s", %s "title": {"zh": "清单", "en": "List"},
       "source": {"title": "synthetic"}, "effectiveFrom": "2023-01-01",
       "categories": [%s], "items": [%s]}
      """
          .formatted(
              code,
              region,
              batch == null ? "" : "\"batchNumber\": " + batch + ",",
              String.join(",", categories),
              String.join(",", lines));
    }
  }

  private static String admin(String region) {
    return Holders.officer(Role.ADMIN, RegionCode.of(region));
  }

  /** Lists, headings and items in force today. */
  private record Counts(long catalogues, long categories, long items) {
    static Counts of(String region) {
      StoryHttp.Reply reply = counts(region);
      return new Counts(
          reply.number("total/catalogues"),
          reply.number("total/categories"),
          reply.number("total/items"));
    }

    Counts since(Counts before) {
      return new Counts(
          catalogues - before.catalogues, categories - before.categories, items - before.items);
    }
  }

  private static StoryHttp.Reply counts(String region) {
    return Holders.HTTP.get("/v1/catalogue-counts?region=" + region, admin(region)).expect(200);
  }

  /** Publishes and returns the code. */
  private static String publish(Listing list) {
    String code = "listing-" + UUID.randomUUID().toString().substring(0, 8);
    Holders.HTTP
        .post(
            "/v1/catalogues",
            admin(list.region()),
            "application/json",
            list.document(code).getBytes(UTF_8))
        .expect(201);
    return code;
  }

  private static void assertCounted(Listing list) {
    Counts before = Counts.of(list.region());
    publish(list);
    assertEquals(
        new Counts(1, list.headings().length, list.items()),
        Counts.of(list.region()).since(before));
  }

  /** 5 headings with 43 items, 8 with 83, 6 with 23. */
  @Test
  @Covers(
      value = {"S01-002", "S01-071", "S01-263"},
      by = COUNT)
  void headingsAndItemsInForceAreCounted() {
    assertCounted(new Listing("620700", null, 43, "交通", "文旅", "医疗", "购物", "金融"));
    assertCounted(
        new Listing("150300", null, 83, "文化旅游", "餐饮酒店", "交通运输", "医疗", "购物", "教育", "金融", "其他"));
    assertCounted(new Listing("620104", null, 23, "就业", "金融", "购物", "住宿", "医疗", "教育"));
  }

  /** 125, 117 and 37 items; headings are not stated. */
  @Test
  @Covers(
      value = {"S01-081", "S01-093", "S01-206"},
      by = COUNT)
  void itemsInForceAreCountedWithoutHeadings() {
    assertCounted(new Listing("450500", null, 125));
    assertCounted(new Listing("520200", null, 117));
    assertCounted(new Listing("222404", null, 37));
  }

  /**
   * The county's second batch has 37 items under seven named headings, apart from the city's list.
   */
  @Test
  @Covers(
      value = {"S01-032", "S01-033", "S01-034"},
      by = {COUNT, READ})
  void secondBatchOfHaibowanStandsByItself() {
    String[] headings = {"医疗康养", "餐饮酒店", "汽车服务", "文化教育", "超市百货", "移动通信", "美容美发"};
    String code = publish(new Listing("150302", 2, 37, headings));
    List<Map<String, Object>> groups =
        counts("150302").list("groups").stream()
            .filter(each -> Integer.valueOf(2).equals(each.get("batchNumber")))
            .toList();
    assertEquals(1, groups.size());
    assertEquals("COUNTY", groups.getFirst().get("level"));
    assertEquals(false, groups.getFirst().get("offer"));
    assertEquals(
        Map.of("catalogues", 1, "categories", 7, "items", 37), groups.getFirst().get("sum"));
    StoryHttp.Reply read = Holders.HTTP.get("/v1/catalogues/" + code, admin("150302")).expect(200);
    List<String> titles =
        read.list("document/categories").stream()
            .map(each -> ((Map<?, ?>) each.get("title")).get("zh").toString())
            .toList();
    assertEquals(List.of(headings), titles);
  }

  /** A first batch says so, with its document; the next version does not touch the first. */
  @Test
  @Covers(
      value = {"S01-014", "S01-056"},
      by = READ)
  void firstBatchesOfWuhuAndHanzhongAreReadAsPublished() {
    StoryHttp.Reply wuhu =
        Holders.HTTP.get("/v1/catalogues/wuhu-2023-1", Place.of("wuhu-2023-1").token()).expect(200);
    assertEquals(1, wuhu.number("document/batchNumber"));
    assertTrue(wuhu.text("title/zh").contains("第一批"));
    String code = publish(new Listing("610700", 1, 3));
    StoryHttp.Reply hanzhong =
        Holders.HTTP.get("/v1/catalogues/" + code, admin("610700")).expect(200);
    assertEquals(1, hanzhong.number("document/batchNumber"));
    assertEquals(1, hanzhong.number("version"));
    Holders.HTTP
        .post(
            "/v1/catalogues",
            admin("610700"),
            "application/json",
            new Listing("610700", 1, 4).document(code).getBytes(UTF_8))
        .expect(201);
    assertEquals(
        3,
        Holders.HTTP
            .get("/v1/catalogues/" + code + "/versions/1", admin("610700"))
            .expect(200)
            .list("document/items")
            .size());
  }

  /** The authority, number and title of the text a list rests on stay with it. */
  @Test
  @Covers(
      value = {"S01-134", "S01-219"},
      by = {PUBLISH, READ})
  void textsThatListsRestOnAreKept() {
    String basis =
        new Listing("420600", null, 1)
            .document("xiangyang-measures")
            .replace(
                "\"source\": {\"title\": \"synthetic\"}",
                "\"source\": {\"title\": \"襄阳市优待军人军属、退役军人和其他优抚对象实施办法\","
                    + " \"authority\": \"市政府办公室\"}");
    Holders.HTTP
        .post("/v1/catalogues", admin("420600"), "application/json", basis.getBytes(UTF_8))
        .expect(201);
    StoryHttp.Reply read =
        Holders.HTTP.get("/v1/catalogues/xiangyang-measures", admin("420600")).expect(200);
    assertEquals("市政府办公室", read.text("document/source/authority"));
    Place anyang = Place.of("anyang-2023");
    StoryHttp.Reply list =
        Holders.HTTP.get("/v1/catalogues/anyang-2023", anyang.token()).expect(200);
    assertTrue(list.text("document/source/title").contains("优待目录清单"));
    assertEquals("2023-08-02", list.text("effectiveFrom"));
  }

  /** An office's basic list and a merchant's own offer are counted apart. */
  @Test
  @Covers(value = "S01-044", by = COUNT)
  void basicListOfKaifengIsApartFromOffers() {
    Place kaifeng = Place.of("kaifeng-2023");
    long before = offers("410200");
    final long basic = Counts.of("410200").items();
    Counter theatre =
        kaifeng.venue("HOSPITAL").tagged("退役军人医院").charging("MEDICAL_SERVICE", 1000).open();
    kaifeng.offer(
        theatre,
        "MEDICAL_SERVICE",
        "{\"kind\": \"PERCENT_PAYABLE\", \"percent\": 90}",
        "kaifeng-2023/4");
    assertEquals(before + 1, offers("410200"));
    assertEquals(basic + 1, Counts.of("410200").items());
  }

  private static long offers(String region) {
    return counts(region).list("groups").stream()
        .filter(each -> Boolean.TRUE.equals(each.get("offer")))
        .mapToLong(each -> ((Number) ((Map<?, ?>) each.get("sum")).get("items")).longValue())
        .sum();
  }

  /** A province manages its policies as a list of its own level, apart from those of its cities. */
  @Test
  @Covers(value = "S01-257", by = COUNT)
  void listOfHebeiIsOfTheProvince() {
    Place.of("hebei-2023");
    Place.of("baoding-2023");
    List<Object> ofTheProvince =
        counts("130000").list("groups").stream()
            .filter(each -> "PROVINCE".equals(each.get("level")))
            .filter(each -> Boolean.FALSE.equals(each.get("offer")))
            .map(each -> each.get("sum"))
            .toList();
    assertEquals(List.of(Map.of("catalogues", 1, "categories", 0, "items", 2)), ofTheProvince);
    assertTrue(
        counts("130000").list("groups").stream()
            .anyMatch(each -> "CITY".equals(each.get("level"))));
    assertTrue(
        counts("130600").list("groups").stream()
            .noneMatch(each -> "PROVINCE".equals(each.get("level"))));
  }

  /** What is planned is a draft: its author reads it, and nothing of it is in force. */
  @Test
  @Covers(value = "S03-01", by = "POST /v1/catalogue-drafts")
  void menuThatLuliangPlansIsADraftUntilItIsPublished() {
    Counts before = Counts.of("141100");
    String clerk = Holders.officer(Role.CLERK, RegionCode.of("141100"));
    StoryHttp.Reply draft =
        Holders.HTTP
            .post(
                "/v1/catalogue-drafts",
                clerk,
                "application/json",
                new Listing("141100", null, 3, "菜单").document("lvliang-menu").getBytes(UTF_8))
            .expect(201);
    assertEquals("DRAFT", draft.text("draft/state"));
    assertEquals(new Counts(0, 0, 0), Counts.of("141100").since(before));
  }
}
