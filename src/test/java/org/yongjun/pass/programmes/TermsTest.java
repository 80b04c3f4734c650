package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Goal: what a report reduces without a figure is shown and not priced until a venue files its
 * terms, and then costs what these say. Method: over HTTP, once without and once with terms; prices
 * and terms are made up, sums are by hand: list/reference/payable/value in fen.
 */
class TermsTest {
  private static final String PAY_90 = percent(90);
  private static final String FREE = "{\"kind\": \"FREE\"}";

  private static String percent(int payable) {
    return "{\"kind\": \"PERCENT_PAYABLE\", \"percent\": %d}".formatted(payable);
  }

  private static String off(long fen) {
    return "{\"kind\": \"AMOUNT_OFF\", \"offFen\": %d}".formatted(fen);
  }

  /** Without terms there is no price; with them each part costs what they say. */
  private static void reduced(
      Place place, Counter venue, String holder, String label, Terms terms, String expected) {
    assertEquals("NOT_PRICED", venue.use(holder, label));
    place.offer(venue, label, terms.rule(), terms.fulfils());
    assertEquals(expected, venue.use(holder, label));
  }

  /** What a venue files for an item. */
  private record Terms(String rule, String fulfils) {}

  /** 80.00 × 50 % = 40.00; the private site has no such item. */
  @Test
  @Covers({"S01-082", "S01-115"})
  void publicSitesOfBeihaiAndXuchangWaiveOrReduce() {
    Place beihai = Place.of("beihai-2023");
    Counter half =
        beihai
            .venue("SCENIC_SPOT")
            .aLevel(4)
            .owned("STATE_OWNED")
            .charging("ADMISSION", 8000)
            .open();
    reduced(
        beihai,
        half,
        "VETERAN@130402",
        "ADMISSION",
        new Terms(percent(50), "beihai-2023/1"),
        "8000/8000/4000/4000 terms");
    assertEquals("CLASS_NOT_ENTITLED", half.use("MILITARY_DEPENDENT@450502", "ADMISSION"));

    Place xuchang = Place.of("xuchang-2023");
    Counter free =
        xuchang.venue("SCENIC_SPOT").owned("CITY_OWNED").charging("ADMISSION", 8000).open();
    reduced(
        xuchang,
        free,
        "SERVICEPERSON@411002",
        "ADMISSION",
        new Terms(FREE, "xuchang-2023/2"),
        "8000/8000/0/8000 terms");
    Counter own = xuchang.venue("SCENIC_SPOT").owned("PRIVATE").charging("ADMISSION", 8000).open();
    assertEquals("VENUE_NOT_ACTIVE", own.use("SERVICEPERSON@411002", "ADMISSION"));
  }

  /**
   * One site, two answers: soldiers enter free and ride inside at 60 % (50.00 → 30.00); card
   * holders of any place pay 45.00 − 15.00 = 30.00 at another.
   */
  @Test
  @Covers({"S01-067", "S01-068"})
  void sitesOfWuhaiReduceInsideForSoldiersAndAtTheGateForCardHolders() {
    Place wuhai = Place.of("wuhai-2023");
    Counter site =
        wuhai
            .venue("SCENIC_SPOT")
            .aLevel(4)
            .tagged("现役军人免门票")
            .charging("ADMISSION", 4500)
            .charging("ATTRACTION", 5000)
            .open();
    reduced(
        wuhai,
        site,
        "SERVICEPERSON@150302",
        "ATTRACTION",
        new Terms(percent(60), "wuhai-2023/3"),
        "5000/5000/3000/2000 terms");
    assertEquals(
        "9500/9500/3000/6500 terms wuhai-2023/2",
        site.use("SERVICEPERSON@150302", "ADMISSION", "ATTRACTION"));
    Counter gate =
        wuhai.venue("SCENIC_SPOT").aLevel(3).tagged("优待证减免").charging("ADMISSION", 4500).open();
    reduced(
        wuhai,
        gate,
        "VETERAN@130402",
        "ADMISSION",
        new Terms(off(1500), "wuhai-2023/4"),
        "4500/4500/3000/1500 terms");
    assertEquals("CLASS_NOT_ENTITLED", gate.use("SERVICEPERSON@150302", "ADMISSION"));
  }

  /** 570 sites of a province: 60.00 × 50 % = 30.00 in 保定, for veterans of 邯郸. */
  @Test
  @Covers("S01-253")
  void sitesOfHebeiReduceForVeteransOfTheProvince() {
    Place hebei = Place.of("hebei-2023");
    Counter site =
        hebei
            .venue("SCENIC_SPOT")
            .in("130606")
            .tagged("退役军人门票减免")
            .charging("ADMISSION", 6000)
            .open();
    reduced(
        hebei,
        site,
        "VETERAN@130402",
        "ADMISSION",
        new Terms(percent(50), "hebei-2023/1"),
        "6000/6000/3000/3000 terms");
    assertEquals("CLASS_NOT_ENTITLED", site.use("SERVICEPERSON@130402", "ADMISSION"));
    assertEquals(
        "REGION_NOT_ENTITLED",
        hebei
            .venue("SCENIC_SPOT")
            .in("130606")
            .tagged("退役军人门票减免")
            .charging("ADMISSION", 6000)
            .open()
            .use("VETERAN@410502", "ADMISSION"));
  }

  /** 19.95 × 90 % = 17.955, half up 17.96; 60.00 − 20.00 = 40.00 at a site that charges. */
  @Test
  @Covers("S01-165")
  void shopsAndSitesOfLaibinReduceForCardHolders() {
    Place laibin = Place.of("laibin-2023");
    Counter shop =
        laibin
            .venue("SHOP")
            .tagged("优待证合作商户")
            .charging("GOODS", 1995)
            .charging("PRIORITY", 0)
            .open();
    reduced(
        laibin,
        shop,
        "ILLNESS_SURVIVOR@451302",
        "GOODS",
        new Terms(PAY_90, "laibin-2023/1"),
        "1995/1995/1796/199 terms");
    assertEquals("0/0/0/0 laibin-2023/1", shop.use("VETERAN@451302", "PRIORITY"));
    assertEquals("CLASS_NOT_ENTITLED", shop.use("SERVICEPERSON@451302", "GOODS"));
    Counter site = laibin.venue("SCENIC_SPOT").aLevel(3).charging("ADMISSION", 6000).open();
    reduced(
        laibin,
        site,
        "VETERAN@451302",
        "ADMISSION",
        new Terms(off(2000), "laibin-2023/2"),
        "6000/6000/4000/2000 terms");
  }

  /** A meal 88.00 × 85 % = 74.80; a ticket 30.00 × 80 % = 24.00. */
  @Test
  @Covers({"S01-228", "S01-235"})
  void stationsAndSitesOfHandanReduceByTheirTerms() {
    Place handan = Place.of("handan-2023");
    Counter restaurant = handan.venue("RESTAURANT").tagged("拥军志愿服务站").charging("MEAL", 8800).open();
    reduced(
        handan,
        restaurant,
        "VETERAN@130402",
        "MEAL",
        new Terms(percent(85), "handan-2023/2"),
        "8800/8800/7480/1320 terms");
    assertEquals("CLASS_NOT_ENTITLED", restaurant.use("SERVICEPERSON@130402", "MEAL"));
    Counter site = handan.venue("SCENIC_SPOT").tagged("拥军景区").charging("ADMISSION", 3000).open();
    reduced(
        handan,
        site,
        "MILITARY_DEPENDENT@130402",
        "ADMISSION",
        new Terms(percent(80), "handan-2023/3"),
        "3000/3000/2400/600 terms");
    assertEquals("CLASS_NOT_ENTITLED", site.use("FIREFIGHTER@130402", "ADMISSION"));
  }

  /**
   * The shop's promotion is 4,500.00 of 5,000.00; 95 % of it is 4,275.00, so 225.00 is the benefit.
   */
  @Test
  @Covers({"S01-238", "S01-239"})
  void discountOnTopOfThePromotionInBaodingCountsFromThePromotion() {
    Place baoding = Place.of("baoding-2023");
    Counter shop =
        baoding
            .venue("HOME_APPLIANCE")
            .tagged("折上折")
            .charging("GOODS", 500_000, 450_000, "店内促销")
            .open();
    reduced(
        baoding,
        shop,
        "SERVICEPERSON@130602",
        "GOODS",
        new Terms(percent(95), "baoding-2023/3"),
        "500000/450000/427500/22500 terms");
    assertEquals("CLASS_NOT_ENTITLED", shop.use("VETERAN@130602", "GOODS"));

    // A price of honour is a price of its own: 199.00 instead of 259.00.
    Counter honour = baoding.venue("SHOP").tagged("尊崇价").charging("GOODS", 25_900).open();
    reduced(
        baoding,
        honour,
        "MILITARY_DEPENDENT@130602",
        "GOODS",
        new Terms("{\"kind\": \"FIXED_PRICE\", \"fen\": 19900}", "baoding-2023/2"),
        "25900/25900/19900/6000 terms");
    assertEquals(
        "REGION_NOT_ENTITLED",
        baoding
            .venue("SHOP")
            .tagged("尊崇价")
            .charging("GOODS", 25_900)
            .open()
            .use("VETERAN@130402", "GOODS"));
  }

  /** Goods 100.00 → 92.00; a room 268.00 × 88 % = 235.84; a package 99.00 − 30.00 = 69.00. */
  @Test
  @Covers({"S01-266", "S01-274", "S01-275"})
  void alliancePartnersAndOperatorsOfXiguReduceByTheirTerms() {
    Place xigu = Place.of("xigu-2023");
    Counter shop = xigu.venue("SUPERMARKET").tagged("拥军惠军合作联盟").charging("GOODS", 10_000).open();
    reduced(
        xigu,
        shop,
        "VETERAN@620104",
        "GOODS",
        new Terms(percent(92), "xigu-2023/5"),
        "10000/10000/9200/800 terms");
    Counter hotel = xigu.venue("HOTEL").tagged("拥军惠军合作联盟").charging("ROOM", 26_800).open();
    reduced(
        xigu,
        hotel,
        "SERVICEPERSON@620104",
        "ROOM",
        new Terms(percent(88), "xigu-2023/6"),
        "26800/26800/23584/3216 terms");
    Counter telecom = xigu.venue("TELECOM").tagged("中国电信").charging("PACKAGE", 9900).open();
    reduced(
        xigu,
        telecom,
        "VETERAN@620104",
        "PACKAGE",
        new Terms(off(3000), "xigu-2023/3"),
        "9900/9900/6900/3000 terms");
    assertEquals("CLASS_NOT_ENTITLED", telecom.use("SERVICEPERSON@620104", "PACKAGE"));
    assertEquals("CLASS_NOT_ENTITLED", hotel.use("FIREFIGHTER@620104", "ROOM"));
  }

  /** A check-up in 盘州 360.00 × 70 % = 252.00; next door in 水城 there is no such item. */
  @Test
  @Covers({"S01-091", "S01-024"})
  void healthChecksOfPanzhouAndMedicalCareOfWuzhongCostWhatIsAgreed() {
    Place liupanshui = Place.of("liupanshui-2023");
    Counter centre =
        liupanshui
            .venue("HEALTH_CENTRE")
            .in("520281")
            .tagged("拥军优抚体检")
            .charging("HEALTH_CHECK", 36_000)
            .open();
    reduced(
        liupanshui,
        centre,
        "VETERAN@520281",
        "HEALTH_CHECK",
        new Terms(percent(70), "liupanshui-2023/1"),
        "36000/36000/25200/10800 terms");
    assertEquals("CLASS_NOT_ENTITLED", centre.use("MARTYR_SURVIVOR@520281", "HEALTH_CHECK"));

    // Priority is worth nothing; a bed 200.00 × 90 % = 180.00.
    Place wuzhong = Place.of("wuzhong-2023");
    Counter hospital =
        wuzhong.venue("HOSPITAL").charging("PRIORITY", 0).charging("MEDICAL_CARE", 20_000).open();
    assertEquals("0/0/0/0 wuzhong-2023/5", hospital.use("SERVICEPERSON@640302", "PRIORITY"));
    reduced(
        wuzhong,
        hospital,
        "SERVICEPERSON@640302",
        "MEDICAL_CARE",
        new Terms(PAY_90, "wuzhong-2023/5"),
        "20000/20000/18000/2000 terms");
    assertEquals("CLASS_NOT_ENTITLED", hospital.use("FIREFIGHTER@640302", "MEDICAL_CARE"));
  }

  /**
   * What everyone gets comes first: of 100.00 the public pays 80.00, and 90 % of that is 72.00,
   * worth 8.00; where all enter free a use is worth nothing.
   */
  @Test
  @Covers("S01-020")
  void preferenceInWuzhongComesOnTopOfWhatEveryoneGets() {
    Place wuzhong = Place.of("wuzhong-2023");
    Counter shop =
        wuzhong.venue("SHOP").tagged("普惠优待叠加").charging("GOODS", 10_000, 8000, "促销").open();
    reduced(
        wuzhong,
        shop,
        "OTHER_BENEFICIARY@640302",
        "GOODS",
        new Terms(PAY_90, "wuzhong-2023/1"),
        "10000/8000/7200/800 terms");
    Counter park =
        wuzhong.venue("PARK").tagged("普惠优待叠加").charging("ADMISSION", 2000, 0, "免费开放").open();
    wuzhong.offer(park, "ADMISSION", PAY_90, "wuzhong-2023/1");
    assertEquals("2000/0/0/0 terms", park.use("OTHER_BENEFICIARY@640302", "ADMISSION"));
    assertEquals("CLASS_NOT_ENTITLED", park.use("VETERAN@640302", "ADMISSION"));
  }

  /** Priority for soldiers and dependents at the wharf; a service 40.00 × 75 % = 30.00. */
  @Test
  @Covers("S01-158")
  void stationsAndWharvesOfLianyungangPutSoldiersAndDependentsFirst() {
    Place lianyungang = Place.of("lianyungang-2023");
    for (String kind : new String[] {"AIRPORT", "STATION", "WHARF", "HOSPITAL"}) {
      Counter window =
          lianyungang.venue(kind).charging("PRIORITY", 0).charging("SERVICE", 4000).open();
      assertEquals(
          "0/0/0/0 lianyungang-2023/4", window.use("MILITARY_DEPENDENT@320703", "PRIORITY"));
      assertEquals("CLASS_NOT_ENTITLED", window.use("VETERAN@320703", "PRIORITY"));
    }
    Counter wharf = lianyungang.venue("WHARF").charging("SERVICE", 4000).open();
    reduced(
        lianyungang,
        wharf,
        "SERVICEPERSON@320703",
        "SERVICE",
        new Terms(percent(75), "lianyungang-2023/4"),
        "4000/4000/3000/1000 terms");
  }

  /**
   * 45.678 litres at 7.85 are 358.57; 0.30 off a litre are 13.7034, so 13.70: 344.87. Without terms
   * no price, and other stations have no such item.
   */
  @Test
  @Covers("S04-02")
  void fuelInJiangjinCostsLessByTheLitre() {
    Place jiangjin = Place.of("jiangjin-2024");
    Counter pump = jiangjin.venue("FUEL_STATION").tagged("帅乡情").open();
    assertEquals("NOT_PRICED", pump.useOf("VETERAN@500116", "FUEL", 35_857, 45_678));
    jiangjin.offer(
        pump,
        "FUEL",
        "{\"kind\": \"PER_UNIT_OFF\", \"offFenPerUnit\": 30, \"unit\": \"LITRE\"}",
        "jiangjin-2024/1");
    for (String driver : new String[] {"VETERAN", "SERVICEPERSON", "DISABLED_SERVICEPERSON"}) {
      assertEquals(
          "35857/35857/34487/1370 terms", pump.useOf(driver + "@500116", "FUEL", 35_857, 45_678));
    }
    assertEquals("CLASS_NOT_ENTITLED", pump.useOf("FIREFIGHTER@500116", "FUEL", 35_857, 45_678));
    assertEquals("REGION_NOT_ENTITLED", pump.useOf("VETERAN@130402", "FUEL", 35_857, 45_678));
  }
}
