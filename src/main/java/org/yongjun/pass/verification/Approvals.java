package org.yongjun.pass.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.OwnedVenues;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/** Approves verified bills of more value than one person may grant. */
public final class Approvals {
  /**
   * How long a verification waits that needs approval: whoever approves is another person, at
   * another place, and may be there on the next working day only.
   */
  public static final Duration LIFETIME = Duration.ofHours(24);

  public static final int PAGE_SIZE_MAX = 100;

  private final ApprovalStore store;
  private final VerificationStore verifications;
  private final OwnedVenues owned;
  private final Journal journal;
  private final Transactions transactions;
  private final Clock clock;

  public Approvals(
      ApprovalStore store,
      VerificationStore verifications,
      OwnedVenues owned,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.verifications = verifications;
    this.owned = owned;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** An approval, and whether the same person had given it before. */
  public record Given(Approval approval, boolean isReplay) {}

  public Optional<Approval> find(String verificationId) {
    return store.find(verificationId);
  }

  /** What waits in the caller's region, in the order in which it was verified. */
  public List<Verification> listWaiting(Caller reviewer, String afterId, int limit) {
    return store.listWaiting(reviewer.region(), clock.instant(), afterId, limit);
  }

  /**
   * Refuses: NOT_FOUND for what asks for no approval or is another region's, CONFLICT_OF_INTEREST
   * at the reviewer's own venue, VERIFICATION_EXPIRED, CONFLICT where another person has approved
   * it.
   */
  public Outcome<Given> approve(Caller reviewer, String verificationId) {
    Optional<Verification> found =
        verifications
            .findById(verificationId)
            .filter(each -> !each.approvalItems().isEmpty())
            .filter(each -> mayApprove(reviewer, each));
    if (found.isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    if (owned.isOwner(reviewer.id(), found.get().venueId())) {
      return Outcome.refused(ProblemCode.CONFLICT_OF_INTEREST);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!now.isBefore(found.get().expiresAt())) {
      return Outcome.refused(ProblemCode.VERIFICATION_EXPIRED);
    }
    Approval approval = of(found.get(), reviewer, now);
    boolean isNew = transactions.write(() -> write(reviewer, approval));
    if (isNew) {
      return Outcome.done(new Given(approval, false));
    }
    Approval first = store.find(verificationId).orElseThrow();
    return first.approvedBy().equals(reviewer.id())
        ? Outcome.done(new Given(first, true))
        : Outcome.refused(
            Problem.of(
                ProblemCode.CONFLICT, "已由他人复核通过", "Another person has approved this already"));
  }

  private static boolean mayApprove(Caller reviewer, Verification verification) {
    return reviewer.role() == Role.REVIEWER
        && reviewer.answersFor(verification.region())
        && !reviewer.id().equals(verification.terminalId());
  }

  private static Approval of(Verification verification, Caller reviewer, Instant now) {
    return new Approval(
        verification.id(),
        reviewer.id(),
        now,
        verification.venueId(),
        verification.region(),
        verification.approvalItems(),
        verification.payableFen(),
        verification.benefitValueFen());
  }

  private boolean write(Caller reviewer, Approval approval) {
    boolean isNew = store.insert(approval);
    if (isNew) {
      journal.append(
          new JournalEntry(
              JournalKind.APPROVAL_GIVEN,
              approval.verificationId(),
              approval.region(),
              reviewer.id(),
              reviewer.requestId(),
              approval.approvedAt(),
              Map.of(
                  "venue", approval.venueId(),
                  "items", String.join(",", approval.itemIds()),
                  "payableFen", Long.toString(approval.payableFen()),
                  "benefitValueFen", Long.toString(approval.benefitValueFen()))));
    }
    return isNew;
  }
}
