package org.yongjun.pass.venue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Principal;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.access.SecurityProfile;
import org.yongjun.pass.access.Terminals;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

/** Registers venues, files their tariffs and gives them terminals. */
public final class Venues {
  public static final int PAGE_SIZE_MAX = 200;

  private static final String REGISTERED = "登记已有合作场所";

  private final VenueStore store;
  private final Terminals credentials;
  private final Regions regions;
  private final PartnerClasses classes;
  private final LifeCycles lifeCycles;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public Venues(
      VenueStore store,
      Terminals credentials,
      Regions regions,
      PartnerClasses classes,
      LifeCycles lifeCycles,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.credentials = credentials;
    this.regions = regions;
    this.classes = classes;
    this.lifeCycles = lifeCycles;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * How a venue enters the register.
   *
   * @param listedOn since when it has been a partner; empty where it only is a candidate
   * @param plaque what hangs there already
   */
  public record Entry(Optional<LocalDate> listedOn, Optional<PartnerClasses.WantedPlaque> plaque) {
    static final Entry CANDIDATE = new Entry(Optional.empty(), Optional.empty());
  }

  /** What an office states of a new venue. */
  public record NewVenue(
      String name,
      VenueKind kind,
      RegionCode region,
      int aLevel,
      Ownership ownership,
      Set<String> tags,
      List<TariffLine> tariff,
      Premises premises) {}

  /**
   * What is stated of a new device.
   *
   * @param channels as of {@link Terminal}
   */
  public record NewDevice(
      String label, Terminal.Kind kind, SecurityProfile profile, List<String> channels) {
    private Terminal at(String venueId, String terminalId) {
      return new Terminal(terminalId, venueId, label, kind, channels);
    }

    private Map<String, String> told(String venueId) {
      return Map.of(
          "venue",
          venueId,
          "kind",
          kind.name(),
          "profile",
          profile.name(),
          "channels",
          String.join(" ", channels));
    }
  }

  /** A terminal that waits to be paired. */
  public record NewTerminal(Terminal terminal, Terminals.Pairing pairing) {}

  /**
   * Registers an existing partner, which redeems at once unless its plaque is of a class that does
   * not; or the record of a candidate, which applies afterwards. What redeems at once, without a
   * second person's approval, is not a clerk's to register: NOT_ALLOWED.
   */
  public Outcome<Venue> register(Caller caller, NewVenue wanted, Entry entry) {
    if (!regions.exists(wanted.region())) {
      return Outcome.refused(
          Problem.invalid("/region", "行政区划代码不存在", "There is no such region code"));
    }
    if (!caller.answersFor(wanted.region())) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    Venue venue =
        new Venue(
            ids.next(),
            wanted.name(),
            wanted.kind(),
            wanted.region(),
            wanted.aLevel(),
            wanted.ownership(),
            new TreeSet<>(wanted.tags()),
            VenueStage.NEW,
            Venue.State.CANDIDATE,
            wanted.tariff(),
            wanted.premises(),
            1,
            clock.instant());
    return entry
        .plaque()
        .map(each -> classes.plaqueFor(venue.region(), each).map(Optional::of))
        .orElseGet(() -> Outcome.done(Optional.empty()))
        .then(
            plaque ->
                objectionTo(caller, entry, plaque)
                    .<Outcome<Venue>>map(Outcome::refused)
                    .orElseGet(() -> enter(caller, venue, entry.listedOn(), plaque)));
  }

  private Optional<Problem> objectionTo(Caller caller, Entry entry, Optional<Plaque> plaque) {
    boolean redeems = entry.listedOn().isPresent() && plaque.map(Plaque::redeems).orElse(true);
    if (redeems && caller.role() == Role.CLERK) {
      return Optional.of(
          Problem.of(
              ProblemCode.NOT_ALLOWED,
              "登记即可核销的已有场所由管理员办理；办事员请登记为候选场所，再行申报",
              "An administrator registers what redeems at once; a clerk registers a candidate"));
    }
    if (entry.listedOn().filter(lifeCycles.today()::isBefore).isPresent()) {
      return Optional.of(
          Problem.invalid("/listedOn", "日期不得在将来", "The day may not be in the future"));
    }
    return entry.listedOn().isEmpty() && entry.plaque().isPresent()
        ? Optional.of(Problem.invalid("/plaque", "候选场所没有牌匾", "A candidate has no plaque yet"))
        : Optional.empty();
  }

  private Outcome<Venue> enter(
      Caller caller, Venue venue, Optional<LocalDate> listedOn, Optional<Plaque> plaque) {
    return transactions.write(
        () -> {
          store.insert(venue);
          record(
              caller,
              JournalKind.VENUE_CREATED,
              venue,
              venue.id(),
              Map.of("kind", venue.kind().name()));
          if (listedOn.isEmpty()) {
            return Outcome.done(venue);
          }
          return lifeCycles
              .take(
                  caller,
                  venue.id(),
                  new VenueStep.Registration(plaque),
                  new VenueStatement(listedOn.get(), REGISTERED, Optional.empty()))
              .map(event -> store.findById(venue.id()).orElseThrow());
        });
  }

  /** Files the whole tariff anew. */
  public Outcome<Venue> fileTariff(Caller caller, String venueId, List<TariffLine> tariff) {
    return findForOffice(caller, venueId)
        .then(
            venue ->
                transactions.write(
                    () -> {
                      if (!store.replaceTariff(venueId, venue.version(), tariff)) {
                        return Outcome.refused(ProblemCode.CONFLICT);
                      }
                      record(
                          caller,
                          JournalKind.VENUE_CHANGED,
                          venue,
                          venueId,
                          Map.of("tariff", tariff.toString()));
                      return Outcome.done(store.findById(venueId).orElseThrow());
                    }));
  }

  /** Records anew where a venue is and when it is open. */
  public Outcome<Venue> recordPremises(Caller caller, String venueId, Premises premises) {
    return findForOffice(caller, venueId)
        .then(
            venue ->
                transactions.write(
                    () -> {
                      if (!store.replacePremises(venueId, venue.version(), premises)) {
                        return Outcome.refused(ProblemCode.CONFLICT);
                      }
                      record(
                          caller,
                          JournalKind.VENUE_CHANGED,
                          venue,
                          venueId,
                          Map.of("premises", Integer.toString(venue.version() + 1)));
                      return Outcome.done(store.findById(venueId).orElseThrow());
                    }));
  }

  /** A place for one more device, and the one-time code by which a device takes it. */
  public Outcome<NewTerminal> addTerminal(Caller caller, String venueId, NewDevice device) {
    return findForManager(caller, venueId)
        .map(
            venue ->
                transactions.write(
                    () -> {
                      Instant now = clock.instant();
                      Terminal terminal = device.at(venueId, ids.next());
                      store.insert(terminal, now);
                      Terminals.Pairing pairing =
                          credentials.awaitPairing(
                              new Principal(
                                  terminal.id(), roleOf(device.kind()), venue.region(), venueId),
                              device.profile());
                      record(
                          caller,
                          JournalKind.TERMINAL_CREATED,
                          venue,
                          terminal.id(),
                          device.told(venueId));
                      return new NewTerminal(terminal, pairing);
                    }));
  }

  /** Venues are public knowledge among signed-in callers. */
  public Outcome<Venue> find(String venueId) {
    return store
        .findById(venueId)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND));
  }

  public Optional<Venue> findById(String venueId) {
    return store.findById(venueId);
  }

  public Optional<Terminal> findTerminal(String terminalId) {
    return store.findTerminal(terminalId);
  }

  /** The names of those of these venues that exist, by id. */
  public Map<String, String> listNames(Collection<String> venueIds) {
    return venueIds.isEmpty() ? Map.of() : store.listNames(venueIds);
  }

  /** Venues with an id after {@code afterId}, in the order of their ids. */
  public List<Venue> list(VenueSearch search, String afterId, int limit) {
    return transactions.read(() -> store.list(search, afterId, Math.min(limit, PAGE_SIZE_MAX + 1)));
  }

  /** Venues inside a circle, the nearest first; those without a recorded position are in none. */
  public List<VenueSearch.Found> listNear(
      VenueSearch search, VenueSearch.Near near, VenueSearch.After after, int limit) {
    return transactions.read(
        () -> store.listNear(search, near, after, Math.min(limit, PAGE_SIZE_MAX + 1)));
  }

  /** The venue, for an office or for its owner. */
  Outcome<Venue> findForManager(Caller caller, String venueId) {
    return find(venueId)
        .then(
            venue ->
                caller.manages(venueId, venue.region())
                    ? Outcome.done(venue)
                    : Outcome.refused(ProblemCode.NOT_FOUND));
  }

  /** The venue, for an office that answers for its region. */
  Outcome<Venue> findForOffice(Caller caller, String venueId) {
    return find(venueId)
        .then(
            venue ->
                caller.answersFor(venue.region())
                    ? Outcome.done(venue)
                    : Outcome.refused(ProblemCode.NOT_FOUND));
  }

  private void record(
      Caller caller, JournalKind kind, Venue venue, String subjectId, Map<String, String> content) {
    journal.append(
        new JournalEntry(
            kind,
            subjectId,
            venue.region(),
            caller.id(),
            caller.requestId(),
            clock.instant(),
            content));
  }

  private static Role roleOf(Terminal.Kind kind) {
    return kind == Terminal.Kind.GATE ? Role.GATE : Role.TERMINAL;
  }
}
