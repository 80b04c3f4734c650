package org.yongjun.pass.certificate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.offline.token.KeyCustody;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Transactions;

/** Issues static cards: for paper and for people without a phone, one per holder at a time. */
public final class Cards {
  /** 8,760 hours. */
  public static final Duration LIFETIME = Duration.ofDays(365);

  private final CertificateStore store;
  private final IssuerKeys keys;
  private final Holders holders;
  private final Revocations revocations;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public Cards(
      CertificateStore store,
      IssuerKeys keys,
      Holders holders,
      Revocations revocations,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.keys = keys;
    this.holders = holders;
    this.revocations = revocations;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** Issues a card for a holder of the officer's region and revokes the one that it replaces. */
  public Outcome<Certificate> issue(Caller officer, String holderId) {
    return holders.view(officer, holderId).then(view -> issue(officer, view.holder()));
  }

  private Outcome<Certificate> issue(Caller officer, HolderRecord holder) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    int lifetimeHours = Blocks.lifetimeHours(holder, now, LIFETIME);
    if (lifetimeHours < 1) {
      return Certificates.notEntitled();
    }
    return transactions.write(
        () ->
            holders.holdActive(holder.id())
                ? Outcome.done(write(officer, holder, now, lifetimeHours))
                : Certificates.notEntitled());
  }

  private Certificate write(Caller officer, HolderRecord holder, Instant now, int lifetimeHours) {
    IssuerKey key = keys.getSigning(KeyPurpose.STATIC);
    int issuer = key.listed().id().issuer();
    Instant expiresAt = now.plus(lifetimeHours, ChronoUnit.HOURS);
    Binding binding =
        new Binding(
            ids.next(),
            issuer,
            store.takeIndex(issuer),
            holder.id(),
            Binding.Kind.CARD,
            null,
            KeyCustody.SOFTWARE,
            Binding.State.ACTIVE,
            1,
            now,
            expiresAt);
    if (!store.insert(binding)) {
      throw new IllegalStateException("a card has no key that could be taken");
    }
    Certificate card =
        new Certificate(
            ids.next(),
            binding,
            now,
            expiresAt,
            Blocks.sign(holder, binding, key, now, lifetimeHours));
    store.insert(card);
    store
        .replaceCard(holder.id(), binding.id())
        .flatMap(store::findBinding)
        .ifPresent(
            previous ->
                revocations.revoke(officer, holder, previous, RevocationReason.REPLACED, now));
    journal.append(Certificates.entry(JournalKind.CARD_ISSUED, officer, holder, card, key));
    return card;
  }
}
