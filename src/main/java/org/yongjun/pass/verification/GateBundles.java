package org.yongjun.pass.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.offline.bundle.BundleHead;
import org.yongjun.pass.offline.bundle.BundlePayload;
import org.yongjun.pass.offline.bundle.BundleSections;
import org.yongjun.pass.offline.bundle.GateTerminal;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.Venues;

/**
 * Makes the bundles by which gates decide without a network. A venue's version changes with its
 * content and only with it; which instance gives the next number is decided by one row.
 */
public final class GateBundles {
  /** So long a gate decides by a bundle; a key that signed one stays listed as long. */
  public static final Duration LIFETIME = Duration.ofDays(7);

  /** Business days that a life can touch. */
  private static final int DAYS = (int) LIFETIME.toDays() + 1;

  /** An unchanged bundle is signed anew after this time, so that gates can tell it is fresh. */
  private static final long SIGNED_ANEW_SECONDS = 600;

  /** More instances than ever change one venue's content in one moment. */
  private static final int TRIES = 20;

  private final Verifications verifications;
  private final Venues venues;
  private final GateContents contents;
  private final GateIssue issue;
  private final GateBundleStore store;
  private final Transactions transactions;
  private final Clock clock;

  public GateBundles(
      Verifications verifications,
      Venues venues,
      GateContents contents,
      GateIssue issue,
      GateBundleStore store,
      Transactions transactions,
      Clock clock) {
    this.verifications = verifications;
    this.venues = venues;
    this.contents = contents;
    this.issue = issue;
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What a venue's gates decide by at one moment, under its version. */
  private record State(
      Venue venue, BundleSections sections, GateBundleStore.Version version, Instant at) {}

  /**
   * A bundle that waits to be written.
   *
   * @param tag names its state: the version, and when it was last worth signing anew
   */
  public final class Prepared {
    private final Caller terminal;
    private final State state;
    private final @Nullable Long since;

    private Prepared(Caller terminal, State state, @Nullable Long since) {
      this.terminal = terminal;
      this.state = state;
      this.since = since;
    }

    public String tag() {
      return state.version().version() + "." + state.at().getEpochSecond() / SIGNED_ANEW_SECONDS;
    }

    /** The compact JWS. */
    public String sign() {
      return write(terminal, state, since);
    }
  }

  /**
   * The bundle of the caller's own venue, made for the caller's own terminal.
   *
   * @param since the version that the gate has; null, or one that is not known any more, for all
   */
  public Outcome<Prepared> prepare(Caller terminal, @Nullable Long since) {
    return verifications
        .placeOf(terminal)
        .then(venue -> current(venue.id()))
        .map(state -> new Prepared(terminal, state, since));
  }

  private Outcome<State> current(String venueId) {
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<State> state = transactions.write(() -> advance(venueId));
      if (state.isPresent()) {
        return Outcome.done(state.get());
      }
    }
    return Outcome.refused(ProblemCode.UNAVAILABLE);
  }

  /** Content and number come from one snapshot; empty where another instance was faster. */
  private Optional<State> advance(String venueId) {
    Instant now = clock.instant();
    Optional<GateBundleStore.Version> before = store.findNewest(venueId);
    Venue venue = venues.findById(venueId).orElseThrow();
    BundleSections sections = contents.sections(venue, now, DAYS);
    Map<String, String> marks = new TreeMap<>(sections.marks());
    marks.putAll(issue.marks());
    if (before.isPresent() && before.get().marks().equals(marks)) {
      return Optional.of(new State(venue, sections, before.get(), now));
    }
    long number = Math.max(now.getEpochSecond(), before.map(each -> each.version() + 1).orElse(1L));
    GateBundleStore.Version next = new GateBundleStore.Version(number, marks);
    boolean isOurs =
        before.isPresent()
            ? store.replace(venueId, before.get().version(), next)
            : store.insertFirst(venueId, next);
    return isOurs ? Optional.of(new State(venue, sections, next, now)) : Optional.empty();
  }

  private String write(Caller terminal, State state, @Nullable Long since) {
    Venue venue = state.venue();
    Optional<GateBundleStore.Version> base =
        Optional.ofNullable(since).flatMap(version -> store.find(venue.id(), version));
    long now = state.at().getEpochSecond();
    boolean isActive = venue.state() == Venue.State.ACTIVE;
    BundleHead head =
        new BundleHead(
            state.version().version(),
            base.map(GateBundleStore.Version::version).orElse(0L),
            now,
            isActive ? now + LIFETIME.toSeconds() : now,
            new GateTerminal(
                terminal.id(), venue.id(), venue.region(), terminal.role() == Role.TERMINAL));
    Map<String, String> known = base.map(GateBundleStore.Version::marks).orElse(Map.of());
    BundlePayload payload =
        new BundlePayload(
            head, issue.keyList(), issue.statusLists(known), state.sections().changedSince(known));
    return issue.sign(payload.json());
  }
}
