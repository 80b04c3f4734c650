package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Goal: shops, homes and hospitals give what the reports say. Method: bundled catalogues redeemed
 * over HTTP; prices are made up, sums are by hand: list/reference/payable/value in fen.
 */
class ServicesTest {
  /**
   * 22.00 × 80 % = 17.60; 19.95 × 90 % = 17.955, half up 17.96; two classes give one discount:
   * 10.00 → 9.00.
   */
  @Test
  @Covers({"S01-223", "S01-224"})
  void pharmacyOfHandanHasTwoTiers() {
    Counter till =
        Place.of("handan-pharmacy").venue("PHARMACY").in("130402").tagged("书民大药房").open();
    assertEquals(
        "2200/2200/1760/440 handan-pharmacy/1", till.useOf("SERVICEPERSON@130402", "GOODS", 2200));
    assertEquals(
        "1995/1995/1796/199 handan-pharmacy/1", till.useOf("VETERAN@130402", "GOODS", 1995));
    assertEquals(
        "1000/1000/900/100 handan-pharmacy/1",
        till.useOf("VETERAN+MILITARY_DEPENDENT@130402", "GOODS", 1000));
    assertEquals("CLASS_NOT_ENTITLED", till.useOf("FIREFIGHTER@130402", "GOODS", 1000));
    assertEquals("REGION_NOT_ENTITLED", till.useOf("VETERAN@410502", "GOODS", 1000));
  }

  /** 1,200,000.00 − 100,000.00 for a third-class award and for a higher one, not without. */
  @Test
  @Covers("S01-237")
  void homeInBaodingCostsLessByMerit() {
    Counter desk =
        Place.of("baoding-2023").venue("PROPERTY_DEVELOPER").charging("HOME", 120_000_000).open();
    String off = "120000000/120000000/110000000/10000000 baoding-2023/1";
    assertEquals(off, desk.use("SERVICEPERSON@130602*3", "HOME"));
    assertEquals(off, desk.use("VETERAN@130602*2", "HOME"));
    assertEquals("CONDITION_FAILED", desk.use("SERVICEPERSON@130602", "HOME"));
    assertEquals("REGION_NOT_ENTITLED", desk.use("VETERAN@130402*3", "HOME"));
  }

  /**
   * Registration 5.00 → 0 with three priorities worth nothing; a check-up 300.00 × 85 % = 255.00;
   * an expert's registration is no part of it.
   */
  @Test
  @Covers({"S01-104", "S01-105", "S01-106", "S01-113"})
  void hospitalOfGuanganGivesOneFreeItemAndPriorities() {
    Counter window =
        Place.of("guangan-hospital")
            .venue("HOSPITAL")
            .tagged("军人医疗优待医院")
            .charging("REGISTRATION_FEE", 500)
            .charging("EXPERT_REGISTRATION", 3000)
            .charging("PRIORITY_MEDICINE", 0)
            .charging("PRIORITY_PAYMENT", 0)
            .charging("PRIORITY_EXAMINATION", 0)
            .charging("CHECKUP", 30_000)
            .open();
    assertEquals(
        "500/500/0/500 guangan-hospital/1",
        window.use(
            "VETERAN@130402",
            "REGISTRATION_FEE",
            "PRIORITY_MEDICINE",
            "PRIORITY_PAYMENT",
            "PRIORITY_EXAMINATION"));
    assertEquals("0/0/0/0 guangan-hospital/1", window.use("VETERAN@511602", "PRIORITY_MEDICINE"));
    assertEquals(
        "30000/30000/25500/4500 guangan-hospital/2", window.use("SERVICEPERSON@511602", "CHECKUP"));
    assertEquals("CONDITION_FAILED", window.use("VETERAN@511602", "EXPERT_REGISTRATION"));
    assertEquals("CLASS_NOT_ENTITLED", window.use("MILITARY_DEPENDENT@511602", "REGISTRATION_FEE"));
  }

  /**
   * A check-up of 260.00 → 0 wherever a city gives it to its beneficiaries, as often as they come.
   */
  @Test
  @Covers({"S01-098", "S01-156", "S01-166"})
  void healthChecksAreFreeForBeneficiariesOfThreeCities() {
    Place liupanshui = Place.of("liupanshui-2023");
    Counter hospital =
        liupanshui
            .venue("HOSPITAL")
            .owned("PRIVATE")
            .tagged("优抚免费体检")
            .charging("HEALTH_CHECK", 26_000)
            .open();
    assertFreeCheck("liupanshui-2023/3", hospital, "520201");
    Counter lianyungang =
        Place.of("lianyungang-2023").venue("HOSPITAL").charging("HEALTH_CHECK", 26_000).open();
    assertFreeCheck("lianyungang-2023/3", lianyungang, "320703");
    assertFreeCheck("lianyungang-2023/3", lianyungang, "320703");
    assertFreeCheck(
        "laibin-2023/3",
        Place.of("laibin-2023").venue("HEALTH_CENTRE").charging("HEALTH_CHECK", 26_000).open(),
        "451302");
  }

  private static void assertFreeCheck(String item, Counter centre, String home) {
    assertEquals(
        "26000/26000/0/26000 " + item, centre.use("MARTYR_SURVIVOR@" + home, "HEALTH_CHECK"));
    assertEquals("CLASS_NOT_ENTITLED", centre.use("VETERAN@" + home, "HEALTH_CHECK"));
    assertEquals("REGION_NOT_ENTITLED", centre.use("MARTYR_SURVIVOR@130402", "HEALTH_CHECK"));
  }

  /** 260.00 → 0 for dependents; banks serve and hospitals put first without money. */
  @Test
  @Covers({"S01-265", "S01-267", "S01-276"})
  void xiguServesDependentsAndVeterans() {
    Place xigu = Place.of("xigu-2023");
    Counter centre = xigu.venue("HOSPITAL").charging("HEALTH_CHECK", 26_000).open();
    assertEquals(
        "26000/26000/0/26000 xigu-2023/4", centre.use("MILITARY_DEPENDENT@620104", "HEALTH_CHECK"));
    assertEquals("CLASS_NOT_ENTITLED", centre.use("VETERAN@620104", "HEALTH_CHECK"));
    Counter bank = xigu.venue("BANK").tagged("兰州银行").charging("FINANCIAL_SERVICE", 0).open();
    assertEquals("0/0/0/0 xigu-2023/2", bank.use("VETERAN@620104", "FINANCIAL_SERVICE"));
    assertEquals("CLASS_NOT_ENTITLED", bank.use("SERVICEPERSON@620104", "FINANCIAL_SERVICE"));
    Counter allied = xigu.venue("HOSPITAL").tagged("拥军惠军合作联盟").charging("PRIORITY", 0).open();
    assertEquals("0/0/0/0 xigu-2023/7", allied.use("SERVICEPERSON@620104", "PRIORITY"));
    assertEquals("CLASS_NOT_ENTITLED", allied.use("FIREFIGHTER@620104", "PRIORITY"));
  }

  /**
   * Company, booking and emergency are worth nothing; only institutions that take part give them.
   */
  @Test
  @Covers("S01-225")
  void hospitalsOfHandanAccompanyDependents() {
    Place handan = Place.of("handan-2023");
    Counter hospital =
        handan
            .venue("HOSPITAL")
            .tagged("拥军医疗机构")
            .charging("COMPANY", 0)
            .charging("BOOKING", 0)
            .charging("EMERGENCY", 0)
            .open();
    assertEquals(
        "0/0/0/0 handan-2023/1",
        hospital.use("MILITARY_DEPENDENT@130402", "COMPANY", "BOOKING", "EMERGENCY"));
    assertEquals("CLASS_NOT_ENTITLED", hospital.use("VETERAN@130402", "COMPANY"));
    Counter other = handan.venue("HOSPITAL").charging("COMPANY", 0).open();
    assertEquals("VENUE_NOT_ACTIVE", other.use("MILITARY_DEPENDENT@130402", "COMPANY"));
  }

  /** The veterans' hospital serves; the operation of 6,500.00 is free; staff come home. */
  @Test
  @Covers({"S01-043", "S01-120", "S01-198"})
  void veteransAreServedAtAHospitalOfTheirOwnInTheTheatreAndAtHome() {
    Counter own =
        Place.of("kaifeng-2023")
            .venue("HOSPITAL")
            .tagged("退役军人医院")
            .charging("MEDICAL_SERVICE", 0)
            .open();
    assertEquals("0/0/0/0 kaifeng-2023/4", own.use("VETERAN@410202", "MEDICAL_SERVICE"));
    assertEquals("CLASS_NOT_ENTITLED", own.use("FIREFIGHTER@410202", "MEDICAL_SERVICE"));
    Counter theatre =
        Place.of("xuchang-2023")
            .venue("HOSPITAL")
            .tagged("退役军人眼科救助")
            .charging("CATARACT_SURGERY", 650_000)
            .open();
    assertEquals(
        "650000/650000/0/650000 xuchang-2023/4", theatre.use("VETERAN@411002", "CATARACT_SURGERY"));
    assertEquals("CLASS_NOT_ENTITLED", theatre.use("SERVICEPERSON@411002", "CATARACT_SURGERY"));
    Counter station =
        Place.of("shuangyashan-2023").venue("SERVICE_STATION").charging("HOME_VISIT", 0).open();
    assertEquals("0/0/0/0 shuangyashan-2023/2", station.use("VETERAN@230502", "HOME_VISIT"));
    assertEquals("CLASS_NOT_ENTITLED", station.use("SERVICEPERSON@230502", "HOME_VISIT"));
  }

  /**
   * A ticket 80.00 → 0; goods 100.00 × 88 % once the brand has filed; both in an edition's days.
   */
  @Test
  @Covers({"S01-132", "S01-133", "S01-139"})
  void festivalOfXiangyangIsOnlyWhereAndWhenItIs() {
    Place xiangyang = Place.of("xiangyang-2023");
    Counter park = xiangyang.venue("AMUSEMENT").tagged("拥军节").charging("ADMISSION", 8000).open();
    assertEquals("8000/8000/0/8000 xiangyang-2023/2", park.use("VETERAN@420602", "ADMISSION"));
    assertEquals("CLASS_NOT_ENTITLED", park.use("MILITARY_DEPENDENT@420602", "ADMISSION"));
    assertEquals("REGION_NOT_ENTITLED", park.use("VETERAN@130402", "ADMISSION"));
    Counter apart = xiangyang.venue("AMUSEMENT").charging("ADMISSION", 8000).open();
    assertEquals("VENUE_NOT_ACTIVE", apart.use("VETERAN@420602", "ADMISSION"));

    Counter brand = xiangyang.venue("SHOP").tagged("拥军节").charging("GOODS", 10_000).open();
    assertEquals("NOT_PRICED", brand.use("SERVICEPERSON@420602", "GOODS"));
    String rule = "{\"kind\": \"PERCENT_PAYABLE\", \"percent\": 88}";
    xiangyang.offerIn("2099-08-01", "2099-08-07", brand, "GOODS", rule, "xiangyang-2023/1");
    assertEquals("NOT_PRICED", brand.use("SERVICEPERSON@420602", "GOODS"));
    xiangyang.offer(brand, "GOODS", rule, "xiangyang-2023/1");
    assertEquals("10000/10000/8800/1200 terms", brand.use("SERVICEPERSON@420602", "GOODS"));
  }
}
