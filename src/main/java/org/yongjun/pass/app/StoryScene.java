package org.yongjun.pass.app;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.RegionCode;

/** What the chapters of the story share: the API, the people, and where it is told. */
final class StoryScene {
  static final String NATION = "000000";

  /** Where the tariff has the price, the bill names none. */
  static final Map<String, Long> FARE = Map.of("FARE", 0L);

  static final Map<String, Long> ADMISSION = Map.of("ADMISSION", 0L);

  private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(30);

  private final StoryHttp http;
  private final AccessTokens tokens;
  private final Clock clock;
  private final PrintStream out;
  private final String run = UUID.randomUUID().toString();
  private Map<Integer, String> holders = new HashMap<>();

  StoryScene(StoryHttp http, AccessTokens tokens, Clock clock, PrintStream out) {
    this.http = http;
    this.tokens = tokens;
    this.clock = clock;
    this.out = out;
  }

  void meet(Map<Integer, String> imported) {
    holders = imported;
  }

  StoryHttp http() {
    return http;
  }

  PrintStream out() {
    return out;
  }

  /** An idempotency key of this telling. */
  String key(String name) {
    return run + "-" + name;
  }

  StoryOffice office(String name, Role role, String region) {
    return new StoryOffice(http, token(name, role, region), clock);
  }

  /** A new phone of the holder in that line of the file. */
  StoryPhone phone(int holder) {
    return StoryPhone.bind(http, holderToken(holder), clock);
  }

  String holderToken(int holder) {
    String id = Objects.requireNonNull(holders.get(holder), "demo holder " + holder);
    return token(id, Role.HOLDER, NATION);
  }

  /** Redeems what the tariff prices, and tells what it was worth. */
  void use(StoryTerminal terminal, int holder, Map<String, Long> bill, Expected expected) {
    StoryHttp.Reply use =
        terminal.redeem(key(expected.name()), phone(holder).show(), bill).expect(201);
    require(
        use.number("payableFen") == expected.payableFen()
            && use.number("benefitValueFen") == expected.valueFen(),
        expected.en());
    say(
        "%s：付 %s 元，优惠 %s 元（价格为合成数据）。",
        "%4$s: pays %2$s, worth %3$s (synthetic price).",
        expected.zh(),
        Fen.yuan(expected.payableFen()),
        Fen.yuan(expected.valueFen()),
        expected.en());
  }

  /** What a use must come to. */
  record Expected(String name, String zh, String en, long payableFen, long valueFen) {}

  void say(String zh, String en, Object... values) {
    out.println("  " + zh.formatted(values));
    out.println("  " + en.formatted(values));
  }

  static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("the story broke off; this should hold: " + what);
    }
  }

  private String token(String id, Role role, String region) {
    return tokens.mint(id, role, RegionCode.of(region), null, TOKEN_LIFETIME);
  }
}
