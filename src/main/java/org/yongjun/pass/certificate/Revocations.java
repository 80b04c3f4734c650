package org.yongjun.pass.certificate;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.access.SessionStore;
import org.yongjun.pass.holder.HoldCause;
import org.yongjun.pass.holder.HoldStore;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.HolderStatus;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/**
 * Ends single certificates, and pauses and ends whole entitlements. State, status list and journal
 * change in one transaction; a redemption holds the state that it saw, so none wins afterwards.
 */
public final class Revocations {
  private final CertificateStore store;
  private final StatusStore statuses;
  private final Holders holders;
  private final HoldStore holds;
  private final HolderPauses pauses;
  private final SessionStore sessions;
  private final Journal journal;
  private final Transactions transactions;
  private final Clock clock;

  public Revocations(
      CertificateStore store,
      StatusStore statuses,
      Holders holders,
      HoldStore holds,
      HolderPauses pauses,
      SessionStore sessions,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.statuses = statuses;
    this.holders = holders;
    this.holds = holds;
    this.pauses = pauses;
    this.sessions = sessions;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A holder's status after a change by the office. */
  public record Changed(String holderId, HolderStatus status) {}

  /**
   * Revokes one phone or card for good, and no other of the holder's. Again is answered alike.
   *
   * @return the certificate with its binding's new state; NOT_FOUND for a caller whom it does not
   *     concern
   */
  public Outcome<Certificate> revoke(Caller caller, String certificateId, RevocationReason reason) {
    Optional<Certificate> found = store.findCertificate(certificateId);
    Optional<HolderRecord> holder =
        found.flatMap(certificate -> holders.findById(certificate.binding().holderId()));
    if (holder.isEmpty() || !concerns(caller, holder.get())) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    if (caller.role() == Role.HOLDER && !RevocationReason.OF_HOLDERS.contains(reason)) {
      return notThatReason();
    }
    transactions.writeOnly(
        () -> revoke(caller, holder.get(), found.orElseThrow().binding(), reason, now()));
    return Outcome.done(store.findCertificate(certificateId).orElseThrow());
  }

  /** Pauses an entitlement; every certificate of the holder with it. */
  public Outcome<Changed> suspend(Caller officer, String holderId, RevocationReason reason) {
    return change(
        officer,
        holderId,
        reason,
        RevocationReason.OF_SUSPENSION,
        List.of(HolderStatus.ACTIVE),
        HolderStatus.SUSPENDED);
  }

  /** Ends an entitlement for good; every certificate of the holder with it. */
  public Outcome<Changed> revokeHolder(Caller officer, String holderId, RevocationReason reason) {
    return change(
        officer,
        holderId,
        reason,
        RevocationReason.OF_ENTITLEMENT,
        List.of(HolderStatus.ACTIVE, HolderStatus.SUSPENDED),
        HolderStatus.REVOKED);
  }

  /**
   * Takes the office's suspension back; certificates that were revoked by themselves stay revoked.
   * Where an event pauses the entitlement too, such as a prison sentence, it stays SUSPENDED; where
   * only an event does, the answer is CONFLICT.
   */
  public Outcome<Changed> reinstate(Caller officer, String holderId) {
    return transactions.write(
        () -> held(officer, holderId).then(holder -> reinstate(officer, holder, now())));
  }

  /**
   * The holder's row is locked before anything is read of it: whoever records an event of the same
   * person comes before or after, never in between.
   */
  private Outcome<HolderRecord> held(Caller officer, String holderId) {
    return holders
        .lock(holderId)
        .filter(holder -> officer.answersFor(holder.homeRegion()))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND));
  }

  private Outcome<Changed> reinstate(Caller officer, HolderRecord holder, Instant now) {
    if (holder.status() == HolderStatus.REVOKED) {
      return notFromHere();
    }
    boolean isLifted = holds.lift(holder.id(), HoldCause.OFFICE);
    if (holds.listOf(holder.id()).isEmpty()) {
      return change(
          officer,
          holder,
          RevocationReason.OFFICE,
          List.of(HolderStatus.SUSPENDED),
          HolderStatus.ACTIVE,
          now);
    }
    if (!isLifted) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.CONFLICT,
              "因登记的事项（去世、服刑或不再属于任何类别）暂停，请更正该事项",
              "Paused by an event on record (death, prison or no class left); correct that event"));
    }
    append(officer, holder, JournalKind.HOLDER_REINSTATED, RevocationReason.OFFICE, 0, now);
    return Outcome.done(new Changed(holder.id(), HolderStatus.SUSPENDED));
  }

  /** Revokes a binding in the caller's transaction; nothing where it is revoked already. */
  void revoke(
      Caller caller, HolderRecord holder, Binding binding, RevocationReason reason, Instant now) {
    boolean wasActive =
        store.changeState(binding.id(), Binding.State.ACTIVE, Binding.State.REVOKED);
    boolean wasSuspended =
        !wasActive
            && store.changeState(binding.id(), Binding.State.SUSPENDED, Binding.State.REVOKED);
    if (wasActive) {
      statuses.set(List.of(store.findBinding(binding.id()).orElseThrow()), now);
    }
    if (reason == RevocationReason.LOST_PHONE) {
      // Whoever has the phone is signed in on it, and could bind a new key.
      sessions.revokeAllOf(holder.id());
    }
    if (wasActive || wasSuspended) {
      journal.append(
          new JournalEntry(
              JournalKind.CERTIFICATE_REVOKED,
              binding.id(),
              holder.homeRegion(),
              caller.id(),
              caller.requestId(),
              now,
              Map.of(
                  "holder", holder.id(),
                  "index", Long.toString(binding.index()),
                  "reason", reason.name())));
    }
  }

  private Outcome<Changed> change(
      Caller officer,
      String holderId,
      RevocationReason reason,
      Set<RevocationReason> allowed,
      List<HolderStatus> from,
      HolderStatus to) {
    if (!allowed.contains(reason)) {
      return notThatReason();
    }
    return transactions.write(
        () ->
            held(officer, holderId)
                .then(holder -> change(officer, holder, reason, from, to, now())));
  }

  private Outcome<Changed> change(
      Caller officer,
      HolderRecord holder,
      RevocationReason reason,
      List<HolderStatus> from,
      HolderStatus to,
      Instant now) {
    if (holder.status() != to && !from.contains(holder.status())) {
      return notFromHere();
    }
    boolean changed = to == HolderStatus.SUSPENDED && holds.put(holder.id(), HoldCause.OFFICE, now);
    for (HolderStatus each : from) {
      changed |= holders.changeStatus(holder.id(), each, to, now);
    }
    if (!changed) {
      return Outcome.done(new Changed(holder.id(), to));
    }
    int bindings =
        switch (to) {
          case ACTIVE -> pauses.resume(holder.id(), now);
          case SUSPENDED -> pauses.pause(holder.id(), now);
          case REVOKED -> pauses.end(holder.id(), now);
        };
    append(officer, holder, kind(to), reason, bindings, now);
    return Outcome.done(new Changed(holder.id(), to));
  }

  private void append(
      Caller officer,
      HolderRecord holder,
      JournalKind kind,
      RevocationReason reason,
      int bindings,
      Instant now) {
    journal.append(
        new JournalEntry(
            kind,
            holder.id(),
            holder.homeRegion(),
            officer.id(),
            officer.requestId(),
            now,
            Map.of("reason", reason.name(), "bindings", Integer.toString(bindings))));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static JournalKind kind(HolderStatus to) {
    return switch (to) {
      case ACTIVE -> JournalKind.HOLDER_REINSTATED;
      case SUSPENDED -> JournalKind.HOLDER_SUSPENDED;
      case REVOKED -> JournalKind.HOLDER_REVOKED;
    };
  }

  private static boolean concerns(Caller caller, HolderRecord holder) {
    return caller.role() == Role.HOLDER
        ? caller.id().equals(holder.id())
        : caller.answersFor(holder.homeRegion());
  }

  private static <T> Outcome<T> notFromHere() {
    return Outcome.refused(
        Problem.of(
            ProblemCode.CONFLICT,
            "持证人当前状态不允许此操作",
            "The holder's present status does not allow this"));
  }

  private static <T> Outcome<T> notThatReason() {
    return Outcome.refused(
        Problem.invalid("/reason", "此操作不接受该理由", "This reason does not go with this call"));
  }
}
