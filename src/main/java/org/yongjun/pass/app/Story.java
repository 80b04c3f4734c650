package org.yongjun.pass.app;

import static org.yongjun.pass.app.StoryScene.ADMISSION;
import static org.yongjun.pass.app.StoryScene.FARE;
import static org.yongjun.pass.app.StoryScene.NATION;
import static org.yongjun.pass.app.StoryScene.require;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.certificate.qr.QrReader;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.reporting.ReportMoney;

/**
 * The main job, played over HTTP as office, phone, shop and gate: real programmes from public
 * reports, synthetic people, and prices that are synthetic where a report gives none. Every sum is
 * compared with one computed by hand; a difference ends the story with an error.
 */
public final class Story {
  private static final String HANDAN = "130400";
  private static final int SITES = 8;

  private final StoryScene scene;

  public Story(String url, StoryHttp.Exchange exchange, AccessTokens tokens, PrintStream out) {
    this.scene = new StoryScene(new StoryHttp(url, exchange), tokens, Clock.systemUTC(), out);
  }

  /** Plays; throws {@link IllegalStateException} where the product did not do its job. */
  public void play() {
    StoryOffice office = scene.office("story-office", Role.ADMIN, NATION);
    StoryOffice handan = scene.office("story-handan", Role.AUDITOR, HANDAN);
    prepare(office);
    Sums nationBefore = Sums.of(office.figure(NATION, ""));
    Sums handanBefore = Sums.of(handan.figure(HANDAN, ""));
    pharmacy(office);
    buses(office);
    scenicSpots(office);
    new StoryCities(scene, office).play();
    new StoryHolder(scene).play();
    figures(office, handan, nationBefore, handanBefore);
  }

  private void prepare(StoryOffice office) {
    Map<Integer, String> holders = office.importHolders(demoHolders());
    scene.meet(holders);
    scene.say("导入持证人 %d 名（合成数据）。", "Imported %d holders (synthetic).", holders.size());
    int catalogues = office.publishCatalogues();
    scene.say("发布优待目录清单 %d 份。", "Published %d catalogues from public reports.", catalogues);
  }

  /** 邯郸: servicepersons pay 80 %, veterans and dependents 90 % (S01-223, S01-224). */
  private void pharmacy(StoryOffice office) {
    String venue =
        office.venue(
            Map.of(
                "name", "书民大药房演示店",
                "kind", "PHARMACY",
                "region", "130402",
                "tags", List.of("书民大药房")));
    StoryTerminal till = office.terminal(venue, "收银台", "COUNTER");

    StoryPhone serving = scene.phone(2);
    String shown = new QrReader().read(serving.picture(serving.show())).orElseThrow();
    StoryHttp.Reply verdict = till.verify(shown, Map.of("GOODS", 2200L));
    // 22.00 × 80 % = 17.60
    require(verdict.number("quote/payableFen") == 1760, "a serviceperson pays 17.60 of 22.00");
    String key = scene.key("1");
    till.redeem(key, verdict.text("verificationId")).expect(201);
    scene.say(
        "邯郸药房：现役军人 %s 元付 %s 元。",
        "Handan pharmacy: a serviceperson pays %2$s of %1$s.",
        Fen.yuan(2200),
        verdict.text("quote/payableYuan"));
    require(
        till.redeem(key, verdict.text("verificationId")).status() == 200,
        "the same key gets the same answer");

    StoryHttp.Reply again = till.redeem(scene.key("2"), shown, Map.of("GOODS", 2200L)).expect(409);
    require(again.text("code").equals("REPLAYED"), "a code works once");
    scene.say("同一个码再次出示：拒绝（%s）。", "The same code again: refused (%s).", again.text("detail"));

    // 19.95 × 90 % = 17.955, half up 17.96
    StoryHttp.Reply veteran =
        till.redeem(scene.key("3"), scene.phone(1).show(), Map.of("GOODS", 1995L)).expect(201);
    require(veteran.number("payableFen") == 1796, "a veteran pays 17.96 of 19.95");
    scene.say(
        "邯郸药房：退役军人 19.95 元付 %s 元。",
        "Handan pharmacy: a veteran pays %s of 19.95.", veteran.text("payableYuan"));

    // A veteran who is also a dependent pays 90 %, never 81 %: 10.00 → 9.00
    StoryHttp.Reply both =
        till.redeem(scene.key("4"), scene.phone(4).show(), Map.of("GOODS", 1000L)).expect(201);
    require(both.number("payableFen") == 900, "two classes give one discount");
    till.reverse(scene.key("5"), both.text("redemptionId"), "顾客退货").expect(201);
    scene.say(
        "双重身份只按九折：10.00 元付 9.00 元；随后退货冲正。",
        "Two classes, one discount: 9.00 of 10.00; the goods came back, so it was reversed.");

    refused(till, 5, "CLASS_NOT_ENTITLED");
    refused(till, 10, "REGION_NOT_ENTITLED");
  }

  private void refused(StoryTerminal till, int holder, String reason) {
    StoryHttp.Reply verdict = till.verify(scene.phone(holder).show(), Map.of("GOODS", 1000L));
    require(verdict.text("reason").equals(reason), "refused by " + reason);
    scene.say(
        "拒绝：%s", "Refused: %2$s", verdict.text("explanation/zh"), verdict.text("explanation/en"));
  }

  /** 芜湖: veterans ride free (S01-015). 安阳: dependents from anywhere ride free (S01-220). */
  private void buses(StoryOffice office) {
    StoryTerminal wuhu = office.terminal(bus(office, "芜湖公交演示线路", "340200", 200), "一号闸机", "GATE");
    ride(wuhu, 7, "6", "芜湖公交：退役军人", "Wuhu bus: a veteran");
    StoryTerminal anyang = office.terminal(bus(office, "安阳公交演示线路", "410500", 150), "一号闸机", "GATE");
    ride(anyang, 3, "7", "安阳公交：邯郸的军属", "Anyang bus: a dependent from Handan");
  }

  private void ride(StoryTerminal gate, int holder, String key, String zh, String en) {
    StoryHttp.Reply ride =
        gate.redeem(scene.key(key), scene.phone(holder).show(), FARE).expect(201);
    require(ride.number("payableFen") == 0, "the ride is free");
    scene.say(
        zh + "免费乘车，优惠 %s 元（票价为合成数据）。",
        en + " rides free, worth %s (synthetic fare).",
        Fen.yuan(ride.number("benefitValueFen")));
  }

  private static String bus(StoryOffice office, String name, String region, long fareFen) {
    return office.venue(
        StoryOffice.demoVenue(name, "BUS", region, Map.of(), Map.of("FARE", fareFen)));
  }

  /**
   * 张掖: eight city-owned 4A sites are free for holders from anywhere (S01-003); one is visited. The
   * reports do not name them.
   */
  private void scenicSpots(StoryOffice office) {
    List<String> sites =
        IntStream.rangeClosed(1, SITES)
            .mapToObj(
                number ->
                    office.venue(
                        StoryOffice.demoVenue(
                            "张掖市属4A级演示景区" + number,
                            "SCENIC_SPOT",
                            "620702",
                            Map.of("aLevel", 4, "ownership", "CITY_OWNED"),
                            Map.of("ADMISSION", 4500L))))
            .toList();
    scene.use(
        office.terminal(sites.getFirst(), "检票口", "COUNTER"),
        9,
        ADMISSION,
        new StoryScene.Expected("8", "张掖景区：退役军人", "Zhangye site: a veteran", 0, 4500));
  }

  /**
   * By hand: 邯郸 4.40 + 1.99 = 6.39 in 2 visits (the third was reversed); with 芜湖 2.00, 安阳 1.50 and
   * 张掖 45.00 that is 54.89 in 5 visits, and the other cities come on top.
   */
  private void figures(
      StoryOffice office, StoryOffice handan, Sums nationBefore, Sums handanBefore) {
    Sums nation = Sums.of(office.figure(NATION, "")).minus(nationBefore);
    Sums inHandan = Sums.of(handan.figure(HANDAN, "")).minus(handanBefore);
    require(inHandan.equals(new Sums(2, 2, 639)), "邯郸: 2 visits worth 6.39, not " + inHandan);
    Sums expected =
        new Sums(5 + StoryCities.USES, 5 + StoryCities.VISITS, 5489 + StoryCities.VALUE_FEN);
    require(nation.equals(expected), "11 visits worth 100,168.88, not " + nation);
    scene.say(
        "本次合计：%1$d 人次，优惠 %2$s 元（%5$s）；其中邯郸 %3$d 人次，%4$s 元。",
        "This story: %d visits worth %s; in Handan %d worth %s.",
        nation.visits(),
        Fen.yuan(nation.valueFen()),
        inHandan.visits(),
        Fen.yuan(inHandan.valueFen()),
        ReportMoney.print(nation.valueFen()));
    for (Map<String, Object> row :
        office.figure(NATION, "&groupBy=REGION&groupBy=ITEM").list("rows")) {
      Map<?, ?> sums = (Map<?, ?>) row.get("sums");
      scene
          .out()
          .printf(
              "    %s  %-28s %s 人次 visits, %s 元 yuan%n",
              row.get("region"),
              row.get("itemId"),
              sums.get("visits"),
              sums.get("benefitValueYuan"));
    }
    StoryHttp.Reply check = office.conservation(NATION);
    require(Boolean.TRUE.equals(check.at("holds")), "the figures equal the ledger");
    scene.say(
        "守恒检查：台账 = 汇总，%s 元，一分不差。",
        "Conservation: ledger = roll-ups, %s, to the fen.", check.text("ledger/benefitValueYuan"));
  }

  private static byte[] demoHolders() {
    try (InputStream in = Story.class.getResourceAsStream("/demo/holders.csv")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the story compares of a figure. */
  private record Sums(long uses, long visits, long valueFen) {
    static Sums of(StoryHttp.Reply figure) {
      return new Sums(
          figure.number("total/uses"),
          figure.number("total/visits"),
          figure.number("total/benefitValueFen"));
    }

    Sums minus(Sums earlier) {
      return new Sums(uses - earlier.uses, visits - earlier.visits, valueFen - earlier.valueFen);
    }
  }
}
