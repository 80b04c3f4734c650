package org.yongjun.pass.verification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.offline.bundle.GateSettings;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.Venues;

/** Files how the gates of a venue behave; they do so from their next bundle on. */
public final class GateOffice {
  private final Venues venues;
  private final GateSettingsStore store;
  private final Journal journal;
  private final Transactions transactions;
  private final Clock clock;

  public GateOffice(
      Venues venues,
      GateSettingsStore store,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    this.venues = venues;
    this.store = store;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What holds at a venue, for its office and its owner; NOT_FOUND to strangers. */
  public Outcome<GateSettings> find(Caller caller, String venueId) {
    return venues
        .find(venueId)
        .then(
            venue ->
                caller.manages(venueId, venue.region())
                    ? Outcome.done(settingsOf(venueId))
                    : Outcome.refused(ProblemCode.NOT_FOUND));
  }

  /** What was filed last, or what holds where nothing was. */
  GateSettings settingsOf(String venueId) {
    return store.find(venueId).map(GateSettingsStore.Filed::settings).orElse(GateSettings.DEFAULT);
  }

  /** Files all of them anew; CONFLICT where somebody else did so meanwhile. */
  public Outcome<GateSettings> file(Caller caller, String venueId, GateSettings settings) {
    return venues
        .find(venueId)
        .then(
            venue ->
                caller.answersFor(venue.region())
                    ? transactions.write(() -> replace(caller, venue, settings))
                    : Outcome.refused(ProblemCode.NOT_FOUND));
  }

  private Outcome<GateSettings> replace(Caller caller, Venue venue, GateSettings settings) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<GateSettingsStore.Filed> before = store.find(venue.id());
    boolean isFiled =
        before
            .map(filed -> store.replace(venue.id(), filed.version(), settings, caller.id(), now))
            .orElseGet(() -> store.insert(venue.id(), settings, caller.id(), now));
    if (!isFiled) {
      return Outcome.refused(ProblemCode.CONFLICT);
    }
    journal.append(
        new JournalEntry(
            JournalKind.GATE_SETTINGS_FILED,
            venue.id(),
            venue.region(),
            caller.id(),
            caller.requestId(),
            now,
            told(settings)));
    return Outcome.done(settings);
  }

  private static Map<String, String> told(GateSettings settings) {
    Map<String, String> content = new LinkedHashMap<>();
    content.put("antiPassbackSeconds", Integer.toString(settings.antiPassbackSeconds()));
    content.put("failOpen", Boolean.toString(settings.failOpen()));
    content.put("dailyLimitPerGate", Integer.toString(settings.dailyLimitPerGate()));
    content.put("dailyLimitPerHolder", Integer.toString(settings.dailyLimitPerHolder()));
    content.put("exitRequired", Boolean.toString(settings.exitRequired()));
    content.put("onlineBudgetMillis", Integer.toString(settings.onlineBudgetMillis()));
    String label = settings.passageLabel();
    if (label != null) {
      content.put("passageLabel", label);
    }
    return content;
  }
}
