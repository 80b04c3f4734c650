package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.Role;
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
 * Goal: persons of a booking period are those of whom something booked in it stands. Method: one
 * person's use booked in January and taken back in February, another of February that stands.
 */
class F03_PersonsOfABookingPeriodTest {
  private static final int ISSUER = 64_999;

  private final Scene scene = Scene.open();
  private final Ids ids = PassServer.context().getBean(Ids.class);
  private final Ledger ledger = PassServer.context().getBean(Ledger.class);

  @Test
  void whatWasTakenBackOfJanuaryTakesNothingFromFebruary() {
    LedgerEntry january = entry(1, "2025-01-31", 1, "2025-01-31");
    book(january, true);
    book(Reversed.of(january, noonOf("2025-02-01")), false);
    assertEquals(1, persons("BOOKING", "2025-01-01", "2025-01-31"));
    assertEquals(0, persons("BOOKING", "2025-02-01", "2025-02-28"));
    LedgerEntry february = entry(2, "2025-02-10", 1, "2025-02-10");
    book(february, true);
    assertEquals(1, persons("BOOKING", "2025-02-01", "2025-02-28"));
    // Over both months, and by the day of the use, only the use of February is left.
    assertEquals(1, persons("BOOKING", "2025-01-01", "2025-02-28"));
    assertEquals(0, persons("EVENT", "2025-01-01", "2025-01-31"));
    assertEquals(1, persons("EVENT", "2025-02-01", "2025-02-28"));
    book(Reversed.of(february, noonOf("2025-02-11")), false);
    assertEquals(0, persons("BOOKING", "2025-02-01", "2025-02-28"));
  }

  private long persons(String base, String from, String to) {
    return scene
        .http
        .get(
            "/v1/figures/persons?region="
                + scene.city
                + "&from="
                + from
                + "&to="
                + to
                + "&timeBase="
                + base,
            scene.officer(Role.AUDITOR, scene.city))
        .expect(200)
        .number("total");
  }

  private void book(LedgerEntry entry, boolean isNew) {
    PassServer.context()
        .getBean(Transactions.class)
        .writeOnly(
            () -> {
              if (!isNew) {
                ledger.takeBack(entry.visit().id());
              }
              assertTrue(ledger.append(List.of(entry)));
            });
  }

  private static Instant noonOf(String day) {
    return LocalDate.parse(day).atTime(4, 0).toInstant(ZoneOffset.UTC);
  }

  private LedgerEntry entry(long counter, String day, int direction, String bookedOn) {
    String item = "scene-" + scene.city + "/goods";
    HolderClasses classes = HolderClasses.of(HolderClass.VETERAN);
    RegionCode home = scene.city;
    ShownCode code =
        new ShownCode(
            ISSUER,
            scene.city.value(),
            new ShownAs.Dynamic(counter),
            false,
            new HolderTag(scene.city.value()),
            classes,
            home);
    String venueId = ids.next();
    Visit visit =
        new Visit(ids.next(), code, code.shownAs().text(), venueId, LocalDate.parse(day), item);
    PassServer.context()
        .getBean(Transactions.class)
        .writeOnly(() -> assertTrue(ledger.open(visit)));
    PartQuote quote =
        new PartQuote(
            "GOODS",
            1000,
            1000,
            List.of(new PartQuote.Layer(item, 1, HolderClass.VETERAN, 100)),
            900,
            100);
    return new LedgerEntry(
        ids.next(),
        ids.next(),
        direction,
        new LedgerEntry.OfVisit(visit.id(), item),
        0,
        1,
        new LedgerEntry.Place(venueId, VenueKind.PHARMACY, scene.city, "terminal"),
        new LedgerEntry.Person("%032x".formatted(scene.city.value()), classes, home),
        quote,
        Map.of(),
        new Trace(List.of()),
        "terminal",
        "",
        noonOf(day),
        noonOf(bookedOn),
        "figures");
  }
}
