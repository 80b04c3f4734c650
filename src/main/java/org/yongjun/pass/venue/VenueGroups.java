package org.yongjun.pass.venue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
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

/** Streets, malls, alliances, associations and activities, and which venues are in them. */
public final class VenueGroups {
  public static final int PAGE_SIZE_MAX = 200;

  private final VenueGroupStore store;
  private final Venues venues;
  private final LifeCycles lifeCycles;
  private final Regions regions;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public VenueGroups(
      VenueGroupStore store,
      Venues venues,
      LifeCycles lifeCycles,
      Regions regions,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.venues = venues;
    this.lifeCycles = lifeCycles;
    this.regions = regions;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** What an office states of a new group. */
  public record NewGroup(
      RegionCode region,
      VenueGroup.Kind kind,
      String name,
      String tag,
      Optional<LocalDate> on,
      Optional<String> organiser) {}

  /** Refuses: OUT_OF_REGION, INVALID_REQUEST. */
  public Outcome<VenueGroup> create(Caller caller, NewGroup wanted) {
    if (!regions.exists(wanted.region())) {
      return Outcome.refused(
          Problem.invalid("/region", "行政区划代码不存在", "There is no such region code"));
    }
    if (!wanted.tag().matches(VenueGroup.TAG_PATTERN)) {
      return Outcome.refused(
          Problem.invalid(
              "/tag",
              "标签只含汉字、字母、数字、下划线和连字符",
              "A tag has Han characters, letters, digits, _ and -"));
    }
    if (!caller.answersFor(wanted.region())) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    VenueGroup group =
        new VenueGroup(
            ids.next(),
            wanted.region(),
            wanted.kind(),
            wanted.name(),
            wanted.tag(),
            wanted.on().orElseGet(lifeCycles::today),
            wanted.organiser());
    transactions.writeOnly(
        () -> {
          store.insert(group, caller.id(), clock.instant());
          journal.append(
              new JournalEntry(
                  JournalKind.VENUE_GROUP_CREATED,
                  group.id(),
                  group.region(),
                  caller.id(),
                  caller.requestId(),
                  clock.instant(),
                  Map.of("kind", group.kind().name(), "tag", group.tag())));
        });
    return Outcome.done(group);
  }

  /** Everybody may know them. */
  public List<VenueGroupStore.Sized> list(RegionCode region, String afterId, int limit) {
    return transactions.read(
        () -> store.list(region, lifeCycles.today(), afterId, Math.min(limit, PAGE_SIZE_MAX + 1)));
  }

  /**
   * A venue joins or leaves; its office enters it.
   *
   * <p>Refuses: NOT_FOUND for a venue or group of elsewhere, CONFLICT where it is a member already
   * or is none, and as the life cycle.
   */
  public Outcome<VenueEvent> change(
      Caller caller, String groupId, String venueId, boolean isJoining, VenueStatement said) {
    Optional<VenueGroup> group = store.find(groupId);
    return venues
        .findForOffice(caller, venueId)
        .then(
            venue ->
                group.filter(each -> each.region().contains(venue.region())).isEmpty()
                    ? Outcome.refused(ProblemCode.NOT_FOUND)
                    : lifeCycles.take(caller, venueId, step(group.get(), isJoining), said));
  }

  private static VenueStep step(VenueGroup group, boolean isJoining) {
    return isJoining ? new VenueStep.Joining(group) : new VenueStep.Leaving(group);
  }
}
