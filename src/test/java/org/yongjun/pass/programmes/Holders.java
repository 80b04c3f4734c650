package org.yongjun.pass.programmes;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryOffice;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.contract.CheckedHttp;
import org.yongjun.pass.holder.IdNumbers;
import org.yongjun.pass.kernel.RegionCode;

/** Invented people, registered over HTTP, with a phone each. */
final class Holders {
  static final Clock CLOCK = Clock.systemUTC();
  static final StoryHttp HTTP = new StoryHttp(PassServer.url(), CheckedHttp::send);

  private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(30);
  private static final AccessTokens TOKENS = PassServer.context().getBean(AccessTokens.class);
  private static final StoryOffice REGISTRAR =
      new StoryOffice(HTTP, officer(Role.ADMIN, RegionCode.NATION), CLOCK);
  private static final Map<String, StoryPhone> PHONES = new ConcurrentHashMap<>();
  private static final Map<String, String> ID_NUMBERS = new ConcurrentHashMap<>();
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  private Holders() {}

  /**
   * The phone of the one person of that description, whom all tests share; whoever counts uses
   * takes {@link #register}.
   *
   * @param description classes, home and merit: {@code VETERAN@130600} or {@code
   *     VETERAN+OTHER_BENEFICIARY@130600*3}
   */
  static StoryPhone phone(String description) {
    return PHONES.computeIfAbsent(description, each -> phoneOf(register(each)));
  }

  /** A new phone of that holder. */
  static StoryPhone phoneOf(String holderId) {
    return StoryPhone.bind(HTTP, token(holderId), CLOCK);
  }

  /** A token of that holder. */
  static String token(String holderId) {
    return TOKENS.mint(holderId, Role.HOLDER, RegionCode.NATION, null, TOKEN_LIFETIME);
  }

  /** What the office knows a registered holder by. */
  static String idNumber(String holderId) {
    return Objects.requireNonNull(ID_NUMBERS.get(holderId));
  }

  /** Registers a new person; returns the holder's id. */
  static String register(String description) {
    String[] classesAndHome = description.split("@");
    String[] homeAndMerit = classesAndHome[1].split("\\*");
    int number = PEOPLE.incrementAndGet();
    String idNumber = IdNumbers.of(homeAndMerit[0], "19710101", number);
    LocalDate today = LocalDate.now(CLOCK);
    String csv =
        "姓名,身份证号,手机号,类别,属地,立功等级,生效日期,有效期\n"
            + String.join(
                ",",
                "李项目",
                idNumber,
                "198%08d".formatted(number),
                classesAndHome[0].replace('+', ';'),
                homeAndMerit[0],
                homeAndMerit.length == 1 ? "" : homeAndMerit[1],
                today.minusDays(2).toString(),
                today.plusDays(300).toString())
            + "\n";
    String holderId =
        Objects.requireNonNull(
            REGISTRAR.importHolders(csv.getBytes(StandardCharsets.UTF_8)).get(1));
    ID_NUMBERS.put(holderId, idNumber);
    return holderId;
  }

  /** A token of an officer of that region. */
  static String officer(Role role, RegionCode region) {
    return TOKENS.mint("programmes-" + role + "-" + region, role, region, null, TOKEN_LIFETIME);
  }
}
