package org.yongjun.pass.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryOffice;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.benefit.BundledCatalogues;
import org.yongjun.pass.contract.CheckedHttp;
import org.yongjun.pass.holder.IdNumbers;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Regions;

/**
 * A city of a test's own, with an office, a catalogue, venues and holders: figures are asked per
 * region, so no test sees another's.
 */
final class Scene {
  /** Where every request of the scenarios goes through. */
  static final StoryHttp.Exchange EXCHANGE = CheckedHttp::send;

  static final Clock CLOCK = Clock.systemUTC();

  private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(30);

  private static final Pattern REGION = Pattern.compile("(?m)^region: \"([0-9]{6})\"");

  private static final Set<Integer> CITIES_OF_CATALOGUES =
      BundledCatalogues.listAll().stream()
          .map(file -> REGION.matcher(new String(file.yaml(), StandardCharsets.UTF_8)))
          .map(found -> found.results().findFirst().orElseThrow().group(1))
          .map(region -> Integer.parseInt(region) / 100 * 100)
          .collect(Collectors.toSet());

  /** Cities of the north that other tests name. */
  private static final Set<Integer> CITIES_OF_TESTS =
      Set.of(
          130_400, 130_500, 130_600, 130_700, 130_800, 141_100, 150_300, 220_500, 222_400, 230_500,
          320_700, 330_100, 330_200, 340_100, 340_200);

  /** All others, which no bundled catalogue and no other test uses. */
  private static final Iterator<RegionCode> CITIES =
      Regions.standard().listAll().stream()
          .filter(region -> region.value() >= 130_000 && region.value() < 660_000)
          .filter(region -> region.value() % 100 == 0 && region.value() % 10_000 != 0)
          .filter(region -> !CITIES_OF_CATALOGUES.contains(region.value()))
          .filter(region -> !CITIES_OF_TESTS.contains(region.value()))
          .filter(region -> region.value() / 10_000 != 62)
          .iterator();

  final StoryHttp http;
  final RegionCode city;
  final StoryOffice office;
  private final AccessTokens tokens;
  private final StoryOffice registrar;
  private int people;

  private Scene(String url, AccessTokens tokens, StoryHttp.Exchange exchange) {
    this.http = new StoryHttp(url, exchange);
    this.tokens = tokens;
    synchronized (CITIES) {
      this.city = CITIES.next();
    }
    this.office = new StoryOffice(http, officer(Role.ADMIN, city), CLOCK);
    this.registrar = new StoryOffice(http, officer(Role.ADMIN, RegionCode.NATION), CLOCK);
  }

  /** On the server that all tests share. */
  static Scene open() {
    return open(PassServer.url(), PassServer.context().getBean(AccessTokens.class), EXCHANGE);
  }

  static Scene open(String url, AccessTokens tokens, StoryHttp.Exchange exchange) {
    Scene scene = new Scene(url, tokens, exchange);
    scene.publish(SceneCatalogue.of(scene.city));
    return scene;
  }

  /** One where no list is in force yet. */
  static Scene openWithoutList() {
    return new Scene(PassServer.url(), PassServer.context().getBean(AccessTokens.class), EXCHANGE);
  }

  StoryHttp.Reply publish(String catalogue) {
    return http.post(
            "/v1/catalogues",
            officer(Role.ADMIN, city),
            "application/json",
            catalogue.getBytes(StandardCharsets.UTF_8))
        .expect(201);
  }

  /** A token of an officer of that region. */
  String officer(Role role, RegionCode region) {
    return tokens.mint("officer-" + role + "-" + region, role, region, null, TOKEN_LIFETIME);
  }

  String holder(String holderId) {
    return tokens.mint(holderId, Role.HOLDER, RegionCode.NATION, null, TOKEN_LIFETIME);
  }

  String terminal(String terminalId, String venueId) {
    return atVenue(terminalId, Role.TERMINAL, venueId);
  }

  /** A token of a terminal, a gate or an owner of one venue of this city. */
  String atVenue(String id, Role role, String venueId) {
    return tokens.mint(id, role, city, venueId, TOKEN_LIFETIME);
  }

  /** A new venue in this city. */
  String venue(String kind) {
    return office.venue(
        Map.of("name", kind + " " + UUID.randomUUID(), "kind", kind, "region", city.toString()));
  }

  /** A counter at a new venue. */
  StoryTerminal counter(String venueKind) {
    return office.terminal(venue(venueKind), "counter", "COUNTER");
  }

  /** A new person; a test may register the same line again with other facts. */
  Person person() {
    people++;
    return new Person(
        IdNumbers.of(city.toString(), "19600101", people), "199%08d".formatted(people));
  }

  /** Registers a person, or changes what is registered; returns the holder's id. */
  String register(Person person, String classes, RegionCode home) {
    return register(person, classes, home, 0, 0);
  }

  /**
   * @param meritClass 1 … 3; 0 for none, and so for the disability grade of 1 … 10
   */
  String register(
      Person person, String classes, RegionCode home, int meritClass, int disabilityGrade) {
    LocalDate today = LocalDate.now(CLOCK);
    String csv =
        "姓名,身份证号,手机号,类别,属地,优待证号,立功等级,残疾等级,生效日期,有效期\n"
            + String.join(
                ",",
                "王场景",
                person.idNumber(),
                person.phone(),
                classes,
                home.toString(),
                "",
                meritClass == 0 ? "" : Integer.toString(meritClass),
                disabilityGrade == 0 ? "" : Integer.toString(disabilityGrade),
                today.minusDays(2).toString(),
                today.plusDays(300).toString())
            + "\n";
    String id = registrar.importHolders(csv.getBytes(StandardCharsets.UTF_8)).get(1);
    return Objects.requireNonNull(id);
  }

  String register(String classes) {
    return register(person(), classes, city);
  }

  StoryPhone phone(String holderId) {
    return phone(holderId, CLOCK);
  }

  StoryPhone phone(String holderId, Clock clock) {
    return StoryPhone.bind(http, holder(holderId), clock);
  }

  /** The phone of a new veteran of this city. */
  StoryPhone veteran() {
    return phone(register("VETERAN"));
  }

  List<StoryPhone> veterans(int count) {
    return new ArrayList<>(IntStream.range(0, count).mapToObj(i -> veteran()).toList());
  }

  static String key() {
    return UUID.randomUUID().toString();
  }

  /** Who a holder is, in a line of an office's file. */
  record Person(String idNumber, String phone) {}
}
