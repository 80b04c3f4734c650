package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.scenario.PersonScene.ride;
import static org.yongjun.pass.scenario.PersonScene.today;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.holder.Standings;

/**
 * Goal: who stands on a list, and who belongs to a household, decides a benefit from the first to
 * the last day and no longer, and neither shop nor journal learns whose place it is. Method: an
 * office keeps the lists over HTTP, tills redeem over HTTP; fares are 240.00 and free.
 */
class P01_ListsAndHouseholdsDecideTest {
  private static final List<String> MILITARY = List.of("SERVICEPERSON", "MILITARY_DEPENDENT");

  private final PersonScene persons = new PersonScene();
  private final Scene scene = persons.scene;
  private final Standings standings = PassServer.context().getBean(Standings.class);

  private static String anyOf(String list) {
    return """
    {"kind": "ANY", "members": [{"kind": "MEMBER_OF", "list": "%1$s"},
      {"kind": "HOUSEHOLD_OF", "list": "%1$s"}]}
    """
        .formatted(list);
  }

  private static void assertFree(StoryHttp.Reply reply) {
    assertEquals(0, reply.expect(201).number("payableFen"));
    assertEquals(24_000, reply.number("benefitValueFen"));
  }

  private static void assertNotListed(StoryHttp.Reply reply) {
    assertEquals("CONDITION_FAILED", reply.expect(422).text("code"));
  }

  /** The garrison of an island and their families, on any ship of the route, until the transfer. */
  @Test
  void aGarrisonAndItsFamiliesTravelFreeUntilTheTransfer() {
    String list = persons.list();
    persons.publish(MILITARY, anyOf(list), "");
    StoryTerminal outward = persons.till();
    StoryTerminal homeward = persons.till();
    String soldier = scene.register("SERVICEPERSON");
    String wife = scene.register("MILITARY_DEPENDENT");
    persons.household(soldier, wife);
    StoryPhone his = scene.phone(soldier);
    StoryPhone hers = scene.phone(wife);
    assertNotListed(ride(outward, his));
    assertNotListed(ride(outward, hers));

    // Today is the first day and the last one, both inclusive.
    String line = persons.add(list, soldier, today(), today()).expect(201).text("membershipId");
    assertFree(ride(outward, his));
    assertFree(ride(homeward, hers));
    assertNotListed(ride(outward, scene.phone(scene.register("MILITARY_DEPENDENT"))));

    // Transferred: yesterday was the last day.
    persons.endLine(list, line, today().minusDays(1)).expect(200);
    assertNotListed(ride(outward, his));
    assertNotListed(ride(homeward, hers));
  }

  @Test
  void aShopIsToldNeitherTheListNorWhoseItIs() {
    String list = persons.list();
    persons.publish(MILITARY, anyOf(list), "");
    StoryTerminal till = persons.till();
    String soldier = scene.register("SERVICEPERSON");
    persons.add(list, soldier, today(), today()).expect(201);
    StoryPhone phone = scene.phone(soldier);
    StoryHttp.Reply verdict = till.verify(phone.show(), Map.of("FARE", 24_000L));
    assertEquals(true, verdict.at("accepted"));
    StoryHttp.Reply ride = ride(till, phone);
    assertFree(ride);
    for (StoryHttp.Reply each : List.of(verdict, ride)) {
      assertFalse(new String(each.body(), StandardCharsets.UTF_8).contains(list));
    }
    String redemption = ride.text("redemptionId");
    assertEquals(
        0,
        Sql.number(
            "SELECT COUNT(*) FROM ledger_entry WHERE redemption_id = ?"
                + " AND CONCAT(facts, trace) LIKE ?",
            redemption,
            "%" + list + "%"));
    assertEquals(
        0,
        Sql.number(
            "SELECT COUNT(*) FROM journal_entry WHERE kind LIKE 'LIST_%'"
                + " AND CONCAT(subject_id, content) LIKE ?",
            "%" + soldier + "%"));
    assertEquals(
        1,
        Sql.number(
            "SELECT COUNT(*) FROM journal_entry WHERE kind = 'LIST_MEMBER_ADDED' AND region = ?",
            scene.city.value()));
  }

  /** A hundred visiting dependents in small: a file with persons of another city. */
  @Test
  void visitorsAreEntitledWhileTheyVisit() {
    String list = persons.list();
    persons.publish(
        List.of("VISITING_DEPENDENT"),
        "{\"kind\": \"MEMBER_OF\", \"list\": \"%s\"}".formatted(list),
        "");
    StoryTerminal till = persons.till();
    Scene elsewhere = Scene.open();
    List<Scene.Person> visitors =
        List.of(elsewhere.person(), elsewhere.person(), elsewhere.person(), elsewhere.person());
    List<StoryPhone> phones = new ArrayList<>();
    for (Scene.Person each : visitors.subList(0, 3)) {
      phones.add(scene.phone(elsewhere.register(each, "VISITING_DEPENDENT", elsewhere.city)));
    }
    LocalDate day = today();
    String file =
        visit(visitors.get(0), day.minusDays(9), day)
            + visit(visitors.get(1), day.minusDays(9), day.minusDays(1))
            + visit(visitors.get(2), day.plusDays(1), day.plusDays(9))
            + visit(visitors.get(3), day, day)
            + "440101199001010000,2026-01-01,2025-01-01\n";
    StoryHttp.Reply report = persons.importMembers(list, file).expect(200);
    assertEquals(3, report.number("created"));
    assertEquals("NOT_REGISTERED", report.text("outcomes/3/errors/0/code"));
    assertEquals(2, report.number("rejected"));
    assertFree(ride(till, phones.get(0)));
    assertNotListed(ride(till, phones.get(1)));
    assertNotListed(ride(till, phones.get(2)));

    StoryHttp.Reply again = persons.importMembers(list, file).expect(200);
    assertEquals(0, again.number("created"));
    assertEquals(3, again.number("unchanged"));
    StoryHttp.Reply longer =
        persons.importMembers(list, visit(visitors.get(0), day.minusDays(9), day.plusDays(1)));
    assertEquals("ALREADY_LISTED", longer.text("outcomes/0/errors/0/code"));
    assertEquals(1, persons.get("/v1/member-lists/" + list + "/members").list("members").size());
    String tomorrow = "/v1/member-lists/" + list + "/members?day=" + day.plusDays(1);
    assertEquals(1, persons.get(tomorrow).list("members").size());
  }

  private static String visit(Scene.Person person, LocalDate from, LocalDate until) {
    return person.idNumber() + "," + from + "," + until + "\n";
  }

  /** Five rounds: who wins gives the one use of the family back. */
  @Test
  void ofAFamilyThatRacesForOneUsePerHouseholdExactlyOneGetsIt() {
    persons.publish(MILITARY, "", LimitScene.limit("HOUSEHOLD", "EVER", "USES", 1));
    List<StoryTerminal> tills = List.of(persons.till(), persons.till());
    String soldier = scene.register("SERVICEPERSON");
    String wife = scene.register("MILITARY_DEPENDENT");
    String household = persons.household(soldier, wife);
    List<StoryPhone> phones =
        List.of(scene.phone(soldier), scene.phone(wife), scene.phone(soldier), scene.phone(wife));
    String last = "";
    for (int round = 0; round < 5; round++) {
      List<Callable<StoryHttp.Reply>> calls = new ArrayList<>();
      for (int i = 0; i < phones.size(); i++) {
        StoryTerminal till = tills.get(i % 2);
        String code = phones.get(i).show();
        calls.add(() -> till.redeem(Scene.key(), code, Map.of("FARE", 24_000L)));
      }
      List<StoryHttp.Reply> replies = Together.call(calls);
      List<StoryHttp.Reply> won = replies.stream().filter(r -> r.status() == 201).toList();
      assertEquals(1, won.size(), "round " + round);
      replies.stream()
          .filter(reply -> reply.status() != 201)
          .forEach(reply -> assertEquals("每户家庭总共限 1 次，已用完", reply.text("detail")));
      last = won.getFirst().text("redemptionId");
      if (round < 4) {
        tills.get(replies.indexOf(won.getFirst()) % 2).reverse(Scene.key(), last, "改签").expect(201);
      }
    }
    // Somebody without a household counts alone.
    StoryPhone alone = scene.phone(scene.register("SERVICEPERSON"));
    assertFree(ride(tills.getFirst(), alone));
    assertEquals("LIMIT_REACHED", ride(tills.getFirst(), alone).text("code"));

    // A reversal gives back to the household that used it, though nobody belongs to it any more.
    for (Map<String, Object> each : persons.get("/v1/households/" + household).list("members")) {
      persons
          .post(
              "/v1/households/" + household + "/members/" + each.get("membershipId") + "/end",
              Map.of("lastDay", today().minusDays(1).toString()))
          .expect(200);
    }
    reverseByOffice(last);
    persons.join(household, wife, today(), today()).expect(201);
    assertFree(ride(tills.getLast(), phones.get(1)));
    assertEquals("LIMIT_REACHED", ride(tills.getLast(), phones.get(3)).text("code"));
  }

  /** What is left after a return may get an item whose limit the whole family shares. */
  @Test
  void aReturnCountsForTheHouseholdThatItWasMadeIn() {
    String husband = scene.register("VETERAN");
    String wife = scene.register("VETERAN");
    persons.household(husband, wife);
    String code = "family-" + scene.city;
    scene.publish(
        """
        {"code": "%1$s", "region": "%2$s", "title": {"zh": "家庭", "en": "Family"},
         "source": {"title": "synthetic"}, "effectiveFrom": "2020-01-01", "items": [
          {"number": "a", "title": {"zh": "满减", "en": "Off"},
           "who": {"classes": ["VETERAN"], "origin": {"scope": "NATIONWIDE"}},
           "where": {"tags": ["%1$s"]}, "synthetic": true, "parts": [{"label": "GOODS",
             "rule": {"kind": "AMOUNT_OFF", "offFen": 5000, "thresholdFen": 20000}}]},
          {"number": "b", "title": {"zh": "九折", "en": "Ninety"},
           "who": {"classes": ["VETERAN"], "origin": {"scope": "NATIONWIDE"}},
           "where": {"tags": ["%1$s"]}, "synthetic": true, "parts": [{"label": "GOODS",
             "rule": {"kind": "PERCENT_PAYABLE", "percent": 90}}],
           "limits": [{"subject": "HOUSEHOLD", "period": "YEAR", "unit": "FEN", "max": 3000}]}]}
        """
            .formatted(code, scene.city));
    String shop =
        scene.office.venue(
            Map.of(
                "name",
                "SHOP " + code,
                "kind",
                "SHOP",
                "region",
                scene.city.toString(),
                "tags",
                List.of(code)));
    StoryTerminal till = scene.office.terminal(shop, "till", "COUNTER");
    StoryHttp.Reply whole =
        till.redeem(Scene.key(), scene.phone(husband).show(), Map.of("GOODS", 20_000L));
    assertEquals(15_000, whole.expect(201).number("payableFen"));
    Map<String, Long> kept = Map.of("GOODS", 15_000L);
    StoryHttp.Reply returned =
        till.returnPart(Scene.key(), whole.text("redemptionId"), "退", kept).expect(201);
    // 150.00 × 10 % = 15.00 of the family's 30.00; 15.00 are left for her.
    assertEquals(1_500, returned.number("replacement/benefitValueFen"));
    StoryHttp.Reply hers =
        till.redeem(Scene.key(), scene.phone(wife).show(), Map.of("GOODS", 19_999L));
    assertEquals(1_500, hers.expect(201).number("benefitValueFen"));
  }

  private void reverseByOffice(String redemptionId) {
    scene
        .http
        .post(
            "/v1/reversals",
            scene.officer(Role.REVIEWER, scene.city),
            Map.of("redemptionId", redemptionId, "reason", "改签"),
            "Idempotency-Key",
            Scene.key())
        .expect(201);
  }

  /** Random periods: exactly the days from the first to the last one count, past and to come. */
  @Test
  void aLineHoldsFromItsFirstToItsLastDay() {
    String holder = scene.register("VETERAN");
    String relative = scene.register("VETERAN");
    Random random = new Random(20_261_122);
    LocalDate first = today().minusDays(40);
    LocalDate day = first;
    String household = persons.household();
    for (int i = 0; i < 6; i++) {
      String list = persons.list();
      LocalDate from = day.plusDays(random.nextInt(4));
      LocalDate until = from.plusDays(random.nextInt(8));
      persons.add(list, holder, from, until).expect(201);
      persons.join(household, relative, from, until).expect(201);
      persons.join(household, holder, from, until).expect(201);
      for (LocalDate each = first; each.isBefore(today().plusDays(40)); each = each.plusDays(1)) {
        boolean isInside = !each.isBefore(from) && !each.isAfter(until);
        assertEquals(isInside, standings.standingOf(holder, each).lists().contains(list));
        assertEquals(
            isInside, standings.standingOf(relative, each).householdLists().contains(list));
        assertEquals(Set.of(), standings.standingOf(relative, each).lists());
      }
      day = until.plusDays(1);
    }
    assertEquals(Optional.empty(), standings.standingOf(relative, day).householdId());
    assertEquals(
        Optional.of(household), standings.standingOf(relative, day.minusDays(1)).householdId());
  }

  @Test
  void aPersonBelongsToOneHouseholdAtATime() {
    String holder = scene.register("VETERAN");
    List<String> households = List.of(persons.household(), persons.household());
    List<Callable<StoryHttp.Reply>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String household = households.get(i % 2);
      calls.add(() -> persons.join(household, holder, today(), today().plusDays(30)));
    }
    List<StoryHttp.Reply> replies = Together.call(calls);
    assertEquals(1, replies.stream().filter(reply -> reply.status() == 201).count());
    assertEquals(5, replies.stream().filter(reply -> reply.status() == 409).count());
    persons
        .join(households.getFirst(), holder, today().plusDays(30), today().plusDays(31))
        .expect(409);
    persons
        .join(households.getFirst(), holder, today().plusDays(31), today().plusDays(31))
        .expect(201);
  }

  @Test
  void aListIsKeptByItsOwnOfficeAlone() {
    String list = persons.list();
    String holder = scene.register("VETERAN");
    StoryHttp.Reply line = persons.add(list, holder, today(), today().plusDays(2)).expect(201);
    assertEquals(
        line.text("membershipId"),
        persons.add(list, holder, today(), today().plusDays(2)).expect(201).text("membershipId"));
    assertEquals(
        "CONFLICT",
        persons.add(list, holder, today(), today().plusDays(3)).expect(409).text("code"));
    persons.add(list, holder, today().plusDays(2), today().plusDays(1)).expect(400);
    String other = Scene.open().register("VETERAN");
    persons.add(list, other, today(), today()).expect(404);
    PersonScene elsewhere = new PersonScene();
    elsewhere.get("/v1/member-lists/" + list).expect(404);
    elsewhere.get("/v1/member-lists/" + list + "/members").expect(404);
    elsewhere.add(list, holder, today(), today()).expect(404);
    Map<String, String> taken =
        Map.of("listCode", list, "region", elsewhere.scene.city.toString(), "title", "名单");
    assertEquals("CONFLICT", elsewhere.post("/v1/member-lists", taken).expect(409).text("code"));
    assertTrue(
        persons.get("/v1/member-lists").list("lists").stream()
            .anyMatch(each -> list.equals(each.get("listCode"))));
    assertEquals(list, persons.get("/v1/member-lists/" + list).text("listCode"));
  }
}
