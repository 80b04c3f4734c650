package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.scenario.PersonScene.today;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.holder.EventEffects;
import org.yongjun.pass.holder.HolderStore;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.holder.PersonEventStore;
import org.yongjun.pass.holder.PersonEvents;
import org.yongjun.pass.holder.PersonSeal;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Transactions;

/**
 * Goal: people die, go to prison and move, gain classes and lose them, and what they may use
 * follows from the day on which it counts, once, also when it was recorded by mistake. Method:
 * events over HTTP; the days to come are lived by the very scheduler with a later clock.
 */
class P02_WhatHappensToPersonsTest {
  private static final Map<String, Long> BILL = Map.of("GOODS", 1000L);

  private final PersonScene persons = new PersonScene();
  private final Scene scene = persons.scene;
  private final StoryTerminal till = scene.counter("PHARMACY");
  private final String holder = scene.register("VETERAN");

  @Test
  void deathEndsEveryCodeFromItsDayOn() {
    Device phone = Device.bind(scene, holder);
    till.redeem(Scene.key(), phone.show(), BILL).expect(201);
    StoryHttp.Reply death = record("DEATH", today().minusDays(20)).expect(201);
    assertEquals("APPLIED", death.text("state"));
    assertEquals("REVOKED", till.verify(phone.show(), BILL).text("reason"));
    assertEquals("REVOKED", till.redeem(Scene.key(), phone.show(), BILL).text("code"));
    assertTrue(isBitSet(phone));
    assertEquals(409, reinstate().status());
  }

  @Test
  void aDeathByMistakeIsCorrectedByALaterEvent() {
    Device phone = Device.bind(scene, holder);
    String death = record("DEATH", today().minusDays(20)).expect(201).text("eventId");
    StoryHttp.Reply alive = record("PROOF_OF_LIFE", today(), "corrects", death).expect(201);
    assertEquals(death, alive.text("corrects"));
    till.redeem(Scene.key(), phone.show(), BILL).expect(201);
    assertFalse(isBitSet(phone));
    assertEquals(List.of("DEATH ANNULLED", "PROOF_OF_LIFE APPLIED"), states());
    assertEquals("CONFLICT", record("PROOF_OF_LIFE", today(), "corrects", death).text("code"));
    String other = scene.register("VETERAN");
    assertEquals(
        404,
        persons
            .post("/v1/holders/" + other + "/events", body("RELEASE", today(), "corrects", death))
            .status());
    assertEquals(2, Sql.number("SELECT COUNT(*) FROM person_event WHERE holder_id = ?", holder));
  }

  @Test
  void prisonPausesUntilTheReleaseAndAnOfficesOwnSuspensionStays() {
    Device phone = Device.bind(scene, holder);
    record("IMPRISONMENT", today().minusDays(3)).expect(201);
    assertEquals("REVOKED", till.verify(phone.show(), BILL).text("reason"));
    suspend();
    record("RELEASE", today().minusDays(1)).expect(201);
    assertEquals("REVOKED", till.verify(phone.show(), BILL).text("reason"));
    assertEquals("ACTIVE", reinstate().expect(200).text("status"));
    till.redeem(Scene.key(), phone.show(), BILL).expect(201);

    suspend();
    record("IMPRISONMENT", today()).expect(201);
    assertEquals("SUSPENDED", reinstate().expect(200).text("status"));
    assertEquals(409, reinstate().status());
    assertEquals("REVOKED", till.verify(phone.show(), BILL).text("reason"));
    record("RELEASE", today()).expect(201);
    till.redeem(Scene.key(), phone.show(), BILL).expect(201);
  }

  /** The last word has the event with the latest day, not the one recorded last. */
  @Test
  void eventsMayBeRecordedInAnyOrder() {
    Device phone = Device.bind(scene, holder);
    record("RELEASE", today().minusDays(1)).expect(201);
    record("IMPRISONMENT", today().minusDays(30)).expect(201);
    till.redeem(Scene.key(), phone.show(), BILL).expect(201);

    record("CLASS_LOST", today().minusDays(1), "holderClass", "VETERAN").expect(201);
    assertEquals("REVOKED", till.verify(phone.show(), BILL).text("reason"));
    record("CLASS_GAINED", today().minusDays(9), "holderClass", "VETERAN").expect(201);
    assertEquals("REVOKED", till.verify(phone.show(), BILL).text("reason"));
    record("CLASS_GAINED", today(), "holderClass", "VETERAN").expect(201);
    till.redeem(Scene.key(), phone.show(), BILL).expect(201);
  }

  @Test
  void aClassGainedIsInTheRegisterAtOnceAndInTheNextCertificate() {
    Device phone = Device.bind(scene, holder);
    assertEquals(phone.certificateId, phone.renew().expect(200).text("certificateId"));
    record("NEW_APPROVAL", today(), "holderClass", "DISABLED_SERVICEPERSON").expect(201);
    assertEquals(
        List.of("VETERAN", "DISABLED_SERVICEPERSON"),
        persons.get("/v1/holders/" + holder).at("classes"));
    StoryHttp.Reply renewed = phone.renew().expect(201);
    assertNotEquals(phone.certificateId, renewed.text("certificateId"));
    assertEquals(200, phone.renew().status());
    record("CLASS_LOST", today(), "holderClass", "VETERAN").expect(201);
    assertEquals(
        List.of("DISABLED_SERVICEPERSON"), persons.get("/v1/holders/" + holder).at("classes"));
    // Shops of this scene serve veterans and dependents.
    assertEquals("CLASS_NOT_ENTITLED", till.verify(phone.show(), BILL).text("reason"));
    assertFalse(isBitSet(phone));
  }

  @Test
  void aTransferMovesTheHomeAndEndsTheListsOfTheOldOne() {
    PersonScene elsewhere = new PersonScene();
    String list = persons.list();
    persons.add(list, holder, today().minusDays(9), today().plusDays(90)).expect(201);
    record("TRANSFER_OUT", today(), "otherRegion", elsewhere.scene.city.toString()).expect(201);
    persons.get("/v1/holders/" + holder).expect(404);
    assertEquals(
        elsewhere.scene.city.toString(),
        elsewhere.get("/v1/holders/" + holder).expect(200).text("homeRegion"));
    String members = "/v1/member-lists/" + list + "/members";
    assertEquals(0, persons.get(members).list("members").size());
    assertEquals(1, persons.get(members + "?day=" + today().minusDays(1)).list("members").size());
    elsewhere
        .post(
            "/v1/holders/" + holder + "/events",
            body("TRANSFER_IN", today(), "otherRegion", scene.city.toString()))
        .expect(201);
  }

  /** Two days ahead: four instances at once apply it, exactly one of them does. */
  @Test
  void aFutureEventTakesEffectOnItsDayAndOnce() {
    StoryPhone phone = scene.phone(holder);
    StoryHttp.Reply death = record("DEATH", today().plusDays(2)).expect(201);
    assertEquals("PENDING", death.text("state"));
    assertEquals(0, turns(1).stream().mapToInt(each -> each).sum());
    till.redeem(Scene.key(), phone.show(), BILL).expect(201);
    assertTrue(turns(2).stream().mapToInt(each -> each).sum() >= 1);
    assertEquals("REVOKED", till.verify(phone.show(), BILL).text("reason"));
    assertEquals(
        1,
        Sql.number(
            "SELECT COUNT(*) FROM journal_entry WHERE kind = 'PERSON_EVENT_APPLIED'"
                + " AND subject_id = ?",
            death.text("eventId")));
    assertEquals(List.of("DEATH APPLIED"), states());
  }

  @Test
  void aPendingEventThatIsCorrectedNeverTakesEffect() {
    StoryPhone phone = scene.phone(holder);
    String prison = record("IMPRISONMENT", today().plusDays(1)).expect(201).text("eventId");
    record("PROOF_OF_LIFE", today(), "corrects", prison).expect(201);
    turns(3);
    till.redeem(Scene.key(), phone.show(), BILL).expect(201);
  }

  @Test
  void anEventSaysWhatItsKindNeeds() {
    record("CLASS_LOST", today()).expect(400);
    record("DEATH", today(), "holderClass", "VETERAN").expect(400);
    record("CLASS_GAINED", today(), "holderClass", "VEHICLE").expect(400);
    record("TRANSFER_OUT", today()).expect(400);
    record("TRANSFER_OUT", today(), "otherRegion", "999999").expect(400);
    record("DEATH", today().plusDays(367)).expect(400);
    record("DEATH", LocalDate.of(1948, 12, 31)).expect(400);
    String path = "/v1/holders/" + holder + "/events";
    String holderToken = scene.holder(holder);
    scene.http.get(path, holderToken).expect(403);
    String abroad = scene.officer(Role.CLERK, Scene.open().city);
    scene.http.get(path, abroad).expect(404);
    scene.http.post(path, abroad, body("DEATH", today())).expect(404);
    assertEquals(List.of(), states());
  }

  /** What four instances of the scheduler do at once, so many days from now. */
  private static List<Integer> turns(int days) {
    var beans = PassServer.context();
    PersonEvents later =
        new PersonEvents(
            beans.getBean(PersonEventStore.class),
            beans.getBean(EventEffects.class),
            beans.getBean(Holders.class),
            beans.getBean(HolderStore.class),
            beans.getBean(PersonSeal.class),
            beans.getBean(Journal.class),
            beans.getBean(Transactions.class),
            beans.getBean(Ids.class),
            Clock.offset(Scene.CLOCK, Duration.ofDays(days)));
    return Together.call(Collections.nCopies(4, (Callable<Integer>) later::applyDue));
  }

  private StoryHttp.Reply record(String kind, LocalDate day, String... more) {
    return persons.post("/v1/holders/" + holder + "/events", body(kind, day, more));
  }

  private static Map<String, String> body(String kind, LocalDate day, String... more) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("kind", kind);
    body.put("effectiveOn", day.toString());
    body.put("document", "测退役字〔2026〕1号");
    for (int i = 0; i < more.length; i += 2) {
      body.put(more[i], more[i + 1]);
    }
    return body;
  }

  private List<String> states() {
    return persons.get("/v1/holders/" + holder + "/events").expect(200).list("events").stream()
        .map(each -> each.get("kind") + " " + each.get("state"))
        .toList();
  }

  private void suspend() {
    persons
        .post("/v1/holders/" + holder + "/suspension", Map.of("reason", "UNDER_REVIEW"))
        .expect(200);
  }

  private StoryHttp.Reply reinstate() {
    return scene.http.post(
        "/v1/holders/" + holder + "/reinstatement",
        scene.officer(Role.REVIEWER, scene.city),
        "application/json",
        new byte[0]);
  }

  private static boolean isBitSet(Device phone) {
    return Sql.number(
            "SELECT COUNT(*) FROM status_bit WHERE issuer = 1 AND binding_index = ?", phone.index)
        == 1;
  }
}
