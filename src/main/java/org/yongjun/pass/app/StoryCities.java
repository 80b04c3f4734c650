package org.yongjun.pass.app;

import static org.yongjun.pass.app.StoryScene.ADMISSION;
import static org.yongjun.pass.app.StoryScene.FARE;

import java.util.List;
import java.util.Map;
import org.yongjun.pass.app.StoryScene.Expected;

/**
 * More programmes of public reports. By hand: 保定 100,000.00, 十堰 60.00, 濮阳 1.99, 广安 5.00 and 45.00,
 * 北海 2.00: 100,113.99 in 6 visits with 7 uses, as one visit to the hospital has two parts.
 */
final class StoryCities {
  static final long VISITS = 6;
  static final long USES = 7;
  static final long VALUE_FEN = 10_011_399;

  private final StoryScene scene;
  private final StoryOffice office;

  StoryCities(StoryScene scene, StoryOffice office) {
    this.scene = scene;
    this.office = office;
  }

  void play() {
    home();
    sites();
    oneFenBus();
    hospital();
    seaside();
  }

  /** 保定: 100,000 yuan off a home for third-class merit (S01-237). 1,200,000.00 → 1,100,000.00. */
  private void home() {
    StoryTerminal desk =
        counter("保定演示楼盘", "PROPERTY_DEVELOPER", "130606", Map.of(), Map.of("HOME", 120_000_000L));
    StoryHttp.Reply without = desk.verify(scene.phone(10).show(), Map.of("HOME", 0L));
    StoryScene.require(
        without.text("reason").equals("CONDITION_FAILED"), "a home is cheaper by merit alone");
    scene.use(
        desk,
        14,
        Map.of("HOME", 0L),
        new Expected(
            "home", "保定购房：三等功", "Baoding home: third-class merit", 110_000_000, 10_000_000));
  }

  /** 十堰: every A-class site is free, one named site is not (S01-127). 60.00 → 0. */
  private void sites() {
    StoryTerminal site =
        counter("十堰演示景区", "SCENIC_SPOT", "420302", Map.of("aLevel", 3), Map.of("ADMISSION", 6000L));
    scene.use(
        site,
        16,
        ADMISSION,
        new Expected("site", "十堰3A级景区：退役军人", "Shiyan 3A site: a veteran", 0, 6000));
    StoryTerminal exception =
        counter(
            "十堰演示除外景区",
            "SCENIC_SPOT",
            "420381",
            Map.of("aLevel", 5, "tags", List.of("武当山景区")),
            Map.of("ADMISSION", 13_000L));
    refused(exception, 16, ADMISSION, "VENUE_NOT_ACTIVE");
  }

  /** 濮阳: the ride costs one fen by the bank's channel (S01-183). 2.00 → 0.01. */
  private void oneFenBus() {
    String line = venue("濮阳公交演示线路", "BUS", "410900", Map.of(), Map.of("FARE", 200L));
    scene.use(
        office.terminal(line, "银行闸机", "GATE", List.of("ZHONGYUAN_BANK")),
        15,
        FARE,
        new Expected("one-fen", "濮阳公交：退役军人", "Puyang bus: a veteran", 1, 199));
  }

  /**
   * 广安: ordinary registration is free, medicine comes first (S01-106), check-ups cost 85 %
   * (S01-105), for holders from anywhere. 5.00 → 0; 300.00 × 85 % = 255.00.
   */
  private void hospital() {
    StoryTerminal window =
        counter(
            "广安演示医院",
            "HOSPITAL",
            "511602",
            Map.of("tags", List.of("军人医疗优待医院")),
            Map.of("REGISTRATION_FEE", 500L, "PRIORITY_MEDICINE", 0L, "CHECKUP", 30_000L));
    scene.use(
        window,
        1,
        Map.of("REGISTRATION_FEE", 0L, "PRIORITY_MEDICINE", 0L),
        new Expected(
            "clinic",
            "广安医院：邯郸退役军人挂号、优先取药",
            "Guang'an hospital: registration and medicine for a veteran from Handan",
            0,
            500));
    scene.use(
        window,
        1,
        Map.of("CHECKUP", 0L),
        new Expected("checkup", "广安医院：体检8.5折", "Guang'an hospital: a check-up", 25_500, 4500));
  }

  /** 北海: buses are free for veterans from anywhere (S01-083); sites “waive or reduce” (S01-082). */
  private void seaside() {
    Map<String, Object> stop =
        Map.of("position", Map.of("latitude", 21.481, "longitude", 109.12), "address", "演示路 1 号");
    scene.use(
        gate("北海公交演示线路", "450502", stop, 200),
        17,
        FARE,
        new Expected("seaside", "北海公交：退役军人", "Beihai bus: a veteran", 0, 200));
    StoryTerminal site =
        counter(
            "北海国有A级演示景区",
            "SCENIC_SPOT",
            "450503",
            Map.of(
                "aLevel",
                4,
                "ownership",
                "STATE_OWNED",
                "position",
                Map.of("latitude", 21.49, "longitude", 109.13),
                "openingHours",
                List.of(Map.of("day", "SUNDAY", "from", "08:00", "to", "18:00"))),
            Map.of("ADMISSION", 8000L));
    refused(site, 17, ADMISSION, "NOT_PRICED");
  }

  private void refused(StoryTerminal terminal, int holder, Map<String, Long> bill, String reason) {
    StoryHttp.Reply verdict = terminal.verify(scene.phone(holder).show(), bill);
    StoryScene.require(verdict.text("reason").equals(reason), "refused by " + reason);
    scene.say(
        "拒绝：%s", "Refused: %2$s", verdict.text("explanation/zh"), verdict.text("explanation/en"));
  }

  private StoryTerminal gate(String name, String region, Map<String, ?> more, long fareFen) {
    return office.terminal(
        venue(name, "BUS", region, more, Map.of("FARE", fareFen)), "一号闸机", "GATE");
  }

  private StoryTerminal counter(
      String name, String kind, String region, Map<String, ?> more, Map<String, Long> tariff) {
    return office.terminal(venue(name, kind, region, more, tariff), "柜台", "COUNTER");
  }

  private String venue(
      String name, String kind, String region, Map<String, ?> more, Map<String, Long> tariff) {
    return office.venue(StoryOffice.demoVenue(name, kind, region, more, tariff));
  }
}
