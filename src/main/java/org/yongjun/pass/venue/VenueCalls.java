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

/** Publishes open calls for partners. */
public final class VenueCalls {
  public static final int PAGE_SIZE_MAX = 200;

  private final VenueApplicationStore store;
  private final PartnerClasses classes;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public VenueCalls(
      VenueApplicationStore store,
      PartnerClasses classes,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.classes = classes;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** What a call says; the days are inclusive. */
  public record NewCall(
      RegionCode region,
      String title,
      Optional<String> document,
      String batch,
      String partnerClass,
      LocalDate opensOn,
      LocalDate closesOn) {}

  /** Refuses: OUT_OF_REGION, INVALID_REQUEST. */
  public Outcome<VenueCall> open(Caller caller, NewCall wanted) {
    if (!Regions.standard().exists(wanted.region())) {
      return Outcome.refused(
          Problem.invalid("/region", "行政区划代码不存在", "There is no such region code"));
    }
    if (!caller.answersFor(wanted.region())) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    if (wanted.closesOn().isBefore(wanted.opensOn())) {
      return Outcome.refused(
          Problem.invalid("/closesOn", "截止日早于开始日", "It would close before it opens"));
    }
    return classes
        .findFor(wanted.region(), wanted.partnerClass(), "/partnerClass")
        .map(partnerClass -> insert(caller, wanted));
  }

  private VenueCall insert(Caller caller, NewCall wanted) {
    VenueCall call =
        new VenueCall(
            ids.next(),
            wanted.region(),
            wanted.title(),
            wanted.document(),
            wanted.batch(),
            wanted.partnerClass(),
            wanted.opensOn(),
            wanted.closesOn());
    transactions.writeOnly(
        () -> {
          store.insert(call, caller.id(), clock.instant());
          journal.append(
              new JournalEntry(
                  JournalKind.VENUE_CALL_OPENED,
                  call.id(),
                  call.region(),
                  caller.id(),
                  caller.requestId(),
                  clock.instant(),
                  Map.of("batch", call.batch(), "partnerClass", call.partnerClass())));
        });
    return call;
  }

  /** Everybody may know them. */
  public List<VenueCall> list(RegionCode region, String afterId, int limit) {
    return store.listCalls(region, afterId, Math.min(limit, PAGE_SIZE_MAX + 1));
  }
}
