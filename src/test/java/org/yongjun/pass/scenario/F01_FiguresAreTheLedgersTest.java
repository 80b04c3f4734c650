package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryOffice;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.offline.rule.Trace;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.redemption.Ledger;
import org.yongjun.pass.redemption.LedgerEntry;
import org.yongjun.pass.redemption.Visit;
import org.yongjun.pass.venue.VenueKind;
import org.yongjun.pass.verification.ShownAs;
import org.yongjun.pass.verification.ShownCode;

/**
 * Goal: a figure, however it is divided, equals the ledger to the fen and to the visit. Method:
 * entries of three years in two cities, booked on the day and later, some taken back; each division
 * is compared with the entries themselves, which an auditor's connection reads and this class adds.
 */
class F01_FiguresAreTheLedgersTest {
  private static final int ISSUER = 65_000;

  /** Fewer than visits, so that a person comes again: elsewhere, later, after taking one back. */
  private static final int PERSONS = 14;

  private static final List<Scene> SCENES = List.of(Scene.open(), Scene.open());
  private static final String ENTRIES =
      """
      SELECT DATE_FORMAT(event_day, '%Y-%m-%d') event_day, region, venue_id, venue_kind, item_id,
        DATE_FORMAT(booking_day, '%Y-%m-%d') booking_day, visit_item_id, person, class_bits,
        home_region, direction, visit_delta, benefit_value_fen,
        CONCAT(person, visit_id, part, attempt) used
      FROM ledger_entry
      """;

  private static final Map<String, String> VENUES = new TreeMap<>();

  private static long counter;

  /** Uses, visits and value of one group. */
  private record Group(long uses, long visits, long valueFen) {
    Group plus(Group other) {
      return new Group(uses + other.uses, visits + other.visits, valueFen + other.valueFen);
    }

    boolean isNothing() {
      return uses == 0 && visits == 0 && valueFen == 0;
    }
  }

  @BeforeAll
  static void bookThreeYears() {
    List<String> days =
        List.of("2024-02-29", "2024-12-31", "2025-06-30", "2025-07-01", "2026-01-01");
    for (int i = 0; i < 40; i++) {
      Scene scene = SCENES.get(i % 2);
      LocalDate day = LocalDate.parse(days.get(i % days.size()));
      book(
          scene,
          i,
          day.atTime(3, 0).toInstant(ZoneOffset.UTC),
          day.plusDays(i % 3 == 0 ? 40 : 0).atTime(17, 0).toInstant(ZoneOffset.UTC));
    }
    String auditor = SCENES.getFirst().officer(Role.AUDITOR, RegionCode.NATION);
    new StoryOffice(SCENES.getFirst().http, auditor, Scene.CLOCK).figure("000000", "");
  }

  /** A visit of one or two parts, every sixth taken back. 17:00 UTC is the next day in China. */
  private static void book(Scene scene, int i, Instant occurredAt, Instant bookedAt) {
    Ids ids = PassServer.context().getBean(Ids.class);
    Ledger ledger = PassServer.context().getBean(Ledger.class);
    VenueKind kind = i % 4 < 2 ? VenueKind.PHARMACY : VenueKind.SCENIC_SPOT;
    HolderClasses classes =
        i % 3 == 0
            ? HolderClasses.of(HolderClass.VETERAN)
            : HolderClasses.of(HolderClass.VETERAN, HolderClass.MILITARY_DEPENDENT);
    RegionCode home = RegionCode.of(i % 7 == 0 ? "130000" : i % 2 == 0 ? "130600" : "620700");
    String item = "scene-" + scene.city + "/" + (kind == VenueKind.PHARMACY ? "goods" : "site");
    String venueId = VENUES.computeIfAbsent(scene.city + "/" + i % 3, name -> ids.next());
    ShownCode code =
        new ShownCode(
            ISSUER, 1, new ShownAs.Dynamic(counter++), false, new HolderTag(i), classes, home);
    Visit visit =
        new Visit(
            ids.next(),
            code,
            code.shownAs().text(),
            venueId,
            occurredAt.atZone(ZoneOffset.UTC).toLocalDate(),
            item);
    List<LedgerEntry> entries = new ArrayList<>();
    String redemptionId = ids.next();
    for (int part = 0; part <= i % 2; part++) {
      String partItem = part == 0 ? item : "scene-" + scene.city + "/cable";
      long listFen = 1000 + 37L * i + part;
      long payableFen = listFen / 3;
      PartQuote quote =
          new PartQuote(
              "PART_" + part,
              listFen,
              listFen,
              List.of(new PartQuote.Layer(partItem, 1, HolderClass.VETERAN, listFen - payableFen)),
              payableFen,
              listFen - payableFen);
      entries.add(
          new LedgerEntry(
              ids.next(),
              redemptionId,
              1,
              new LedgerEntry.OfVisit(visit.id(), item),
              0,
              part == 0 ? 1 : 0,
              new LedgerEntry.Place(
                  venueId, kind, new RegionCode(scene.city.value() + 1 + i % 3), "terminal"),
              new LedgerEntry.Person("%032x".formatted(i % PERSONS), classes, home),
              quote,
              Map.of(),
              new Trace(List.of()),
              "terminal",
              "",
              occurredAt,
              bookedAt,
              "figures"));
    }
    PassServer.context()
        .getBean(Transactions.class)
        .writeOnly(
            () -> {
              assertTrue(ledger.open(visit));
              assertTrue(ledger.append(entries));
              if (i % 6 == 1) {
                assertEquals(0, ledger.takeBack(visit.id()));
                assertTrue(ledger.append(Reversed.of(entries, bookedAt.plusSeconds(86_400 * 10))));
              }
            });
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    return String.valueOf(row.get(column));
  }

  private static String region(Map<String, @Nullable Object> row, String column, int unit) {
    int code = Integer.parseInt(text(row, column));
    return "%06d".formatted(code / unit * unit);
  }

  private static String classes(Map<String, @Nullable Object> row) {
    int bits = Integer.parseInt(text(row, "class_bits"));
    List<String> names = new ArrayList<>();
    for (HolderClass each : HolderClass.values()) {
      if ((bits >> each.ordinal() & 1) == 1) {
        names.add(each.name());
      }
    }
    return names.toString();
  }

  /** The query's grouping, the field of the answer, and the same said of an entry. */
  static Stream<Arguments> divisions() {
    return Stream.of(
        division("groupBy=PROVINCE", "province", row -> region(row, "region", 10_000)),
        division("groupBy=CITY", "city", row -> region(row, "region", 100)),
        division("groupBy=REGION", "region", row -> region(row, "region", 1)),
        division("groupBy=VENUE", "venueId", row -> text(row, "venue_id")),
        division("groupBy=VENUE_KIND", "venueKind", row -> text(row, "venue_kind")),
        division("groupBy=ITEM", "itemId", row -> text(row, "item")),
        division("groupBy=CATALOGUE", "catalogue", row -> text(row, "item").split("/")[0]),
        division("groupBy=CLASS", "classes", F01_FiguresAreTheLedgersTest::classes),
        division(
            "groupBy=HOME_PROVINCE", "homeProvince", row -> region(row, "home_region", 10_000)),
        division("groupBy=HOME_REGION", "homeRegion", row -> region(row, "home_region", 1)),
        division("groupBy=DAY", "day", row -> text(row, "day")),
        division("period=DAY", "period", row -> text(row, "day")),
        division("period=MONTH", "period", row -> text(row, "day").substring(0, 7)),
        division("period=HALF_YEAR", "period", F01_FiguresAreTheLedgersTest::halfYear),
        division("period=YEAR", "period", row -> text(row, "day").substring(0, 4)));
  }

  private static Arguments division(
      String query, String field, Function<Map<String, @Nullable Object>, String> ofEntry) {
    return Arguments.of(query, field, ofEntry);
  }

  private static String halfYear(Map<String, @Nullable Object> row) {
    String day = text(row, "day");
    return day.substring(0, 4) + (Integer.parseInt(day.substring(5, 7)) < 7 ? "-H1" : "-H2");
  }

  /** Adds the entries up: a use under its own item, its visit under the item that opened it. */
  private static Map<String, Group> ofLedger(
      String where, String dayColumn, Function<Map<String, @Nullable Object>, String> key) {
    Map<String, Group> groups = new TreeMap<>();
    for (Map<String, @Nullable Object> row : Sql.query(ENTRIES + where)) {
      row.put("day", text(row, dayColumn));
      long direction = Long.parseLong(text(row, "direction"));
      long valueFen = direction * Long.parseLong(text(row, "benefit_value_fen"));
      row.put("item", text(row, "item_id"));
      groups.merge(key.apply(row), new Group(direction, 0, valueFen), Group::plus);
      row.put("item", text(row, "visit_item_id"));
      long visits = Long.parseLong(text(row, "visit_delta"));
      groups.merge(key.apply(row), new Group(0, visits, 0), Group::plus);
    }
    groups.values().removeIf(Group::isNothing);
    return groups;
  }

  private static StoryHttp.Reply figure(String query) {
    Scene scene = SCENES.getFirst();
    String token = scene.officer(Role.AUDITOR, RegionCode.NATION);
    return scene.http.get("/v1/figures?region=000000&" + query, token).expect(200);
  }

  private static Map<String, Group> ofFigure(String query, String field) {
    Map<String, Group> groups = new TreeMap<>();
    for (Map<String, Object> row : figure(query).list("rows")) {
      groups.put(String.valueOf(row.get(field)), group((Map<?, ?>) row.get("sums")));
    }
    groups.values().removeIf(Group::isNothing);
    return groups;
  }

  private static Group group(Map<?, ?> sums) {
    return new Group(
        ((Number) sums.get("uses")).longValue(),
        ((Number) sums.get("visits")).longValue(),
        ((Number) sums.get("benefitValueFen")).longValue());
  }

  @ParameterizedTest
  @MethodSource("divisions")
  void everyDivisionEqualsTheLedgerByEventDayAndByBookingDay(
      String query, String field, Function<Map<String, @Nullable Object>, String> ofEntry) {
    assertEquals(ofLedger("", "event_day", ofEntry), ofFigure(query, field));
    assertEquals(
        ofLedger("", "booking_day", ofEntry), ofFigure(query + "&timeBase=BOOKING", field));
  }

  /** Of each group, those persons of whom a use stands that was not taken back in that group. */
  private static Map<String, Long> personsOfLedger(
      String dayColumn, Function<Map<String, @Nullable Object>, String> key) {
    Map<String, Map<String, Long>> uses = new TreeMap<>();
    for (Map<String, @Nullable Object> row : Sql.query(ENTRIES)) {
      row.put("day", text(row, dayColumn));
      row.put("item", text(row, "item_id"));
      uses.computeIfAbsent(key.apply(row), group -> new TreeMap<>())
          .merge(text(row, "used"), Long.parseLong(text(row, "direction")), Long::sum);
    }
    Map<String, Long> persons = new TreeMap<>();
    uses.forEach(
        (group, each) -> {
          each.values().removeIf(sum -> sum <= 0);
          each.keySet().stream()
              .map(use -> use.substring(0, 32))
              .distinct()
              .forEach(person -> persons.merge(group, 1L, Long::sum));
        });
    return persons;
  }

  @ParameterizedTest
  @MethodSource("divisions")
  void personsOfEveryDivisionAreCountedOnceEach(
      String query, String field, Function<Map<String, @Nullable Object>, String> ofEntry) {
    for (String base : List.of("EVENT", "BOOKING")) {
      StoryHttp.Reply answer = persons(query + "&timeBase=" + base);
      Map<String, Long> counted = new TreeMap<>();
      for (Map<String, Object> row : answer.list("rows")) {
        counted.put(String.valueOf(row.get(field)), ((Number) row.get("persons")).longValue());
      }
      String day = base.equals("EVENT") ? "event_day" : "booking_day";
      assertEquals(personsOfLedger(day, ofEntry), counted);
      assertEquals(personsOfLedger(day, row -> "all").get("all"), answer.number("total"));
    }
  }

  /** Every second visit is in the first city: persons 0, 2 … 12, each at several of its venues. */
  @Test
  void onePersonOfManyVisitsIsOnePerson() {
    Scene scene = SCENES.getFirst();
    RegionCode city = scene.city;
    StoryHttp.Reply answer =
        scene
            .http
            .get(
                "/v1/figures/persons?region=" + city + "&groupBy=VENUE",
                scene.officer(Role.CLERK, city))
            .expect(200);
    long sumOfGroups =
        answer.list("rows").stream()
            .mapToLong(row -> ((Number) row.get("persons")).longValue())
            .sum();
    assertEquals(7, answer.number("total"));
    assertTrue(sumOfGroups > 7, "groups share persons and are never added");
    scene
        .http
        .get(
            "/v1/figures/persons?region=" + city,
            SCENES.getLast().officer(Role.CLERK, SCENES.getLast().city))
        .expect(403);
  }

  private static StoryHttp.Reply persons(String query) {
    Scene scene = SCENES.getFirst();
    String token = scene.officer(Role.AUDITOR, RegionCode.NATION);
    return scene.http.get("/v1/figures/persons?region=000000&" + query, token).expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "calendar=2025, event_day BETWEEN '2025-01-01' AND '2025-12-31'",
    "calendar=2025-H1, event_day BETWEEN '2025-01-01' AND '2025-06-30'",
    "calendar=2024-02, event_day BETWEEN '2024-02-01' AND '2024-02-29'",
    "from=2025-07-01, event_day >= '2025-07-01'",
    "to=2025-06-30, event_day <= '2025-06-30'",
    "to=2026-01-01&lastYears=1, event_day BETWEEN '2025-01-02' AND '2026-01-01'",
    "timeBase=BOOKING&calendar=2025, booking_day BETWEEN '2025-01-01' AND '2025-12-31'",
    "asOfBookingDay=2025-07-05, booking_day <= '2025-07-05'",
    "calendar=2024&asOfBookingDay=2025-01-05, event_day < '2025-01-01' AND booking_day <="
        + " '2025-01-05'",
  })
  void everyTimeBaseEqualsTheLedger(String query, String where) {
    Group ledger =
        ofLedger("WHERE " + where, "event_day", row -> "all")
            .getOrDefault("all", new Group(0, 0, 0));
    assertEquals(ledger, group((Map<?, ?>) figure(query).at("total")));
    assertTrue(ledger.uses() > 0, "the test books something there");
  }

  @Test
  void oneCityOfAProvinceIsAPartOfIt() {
    RegionCode city = SCENES.getFirst().city;
    String where = "WHERE region BETWEEN %d AND %d".formatted(city.value(), city.last().value());
    StoryHttp.Reply figure =
        SCENES
            .getFirst()
            .http
            .get(
                "/v1/figures?region=" + city + "&groupBy=CITY&period=YEAR",
                SCENES.getFirst().officer(Role.CLERK, city))
            .expect(200);
    assertEquals(
        ofLedger(where, "event_day", row -> "all").get("all"),
        group((Map<?, ?>) figure.at("total")));
    assertEquals(city.toString(), figure.text("rows/0/city"));
    assertEquals("2024", figure.text("rows/0/period"));
  }
}
