package org.yongjun.pass.benefit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.OwnedVenues;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.benefit.CatalogueDocuments.Format;
import org.yongjun.pass.benefit.Catalogues.Publication;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/**
 * The way of a list from its author to publication: saved, submitted, approved or sent back,
 * published; nobody reviews or publishes what they wrote. Every step names the revision that it was
 * decided on, and of two at once one wins.
 */
public final class Drafts {
  public static final int PAGE_SIZE_MAX = 100;

  /**
   * How many unpublished drafts an author may have. It keeps the table small and is counted before
   * the transaction, so that requests at the same moment may exceed it by as many.
   */
  public static final int OPEN_PER_AUTHOR_MAX = 200;

  private final DraftStore store;
  private final DraftChecks checks;
  private final Catalogues catalogues;
  private final OwnedVenues owned;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public Drafts(
      DraftStore store,
      DraftChecks checks,
      Catalogues catalogues,
      OwnedVenues owned,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.checks = checks;
    this.catalogues = catalogues;
    this.owned = owned;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** What a reviewer decides. */
  public enum Decision {
    APPROVE,
    SEND_BACK
  }

  /**
   * Saves a document as a new draft; it may have faults, but must say its code and region.
   *
   * <p>Refuses: INVALID_CATALOGUE, TOO_LARGE, OUT_OF_REGION, CONFLICT where the author has too many
   * unpublished drafts.
   */
  public Outcome<Draft> create(Caller caller, byte[] document, Format format) {
    if (store.countOpen(caller.id()) >= OPEN_PER_AUTHOR_MAX) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.CONFLICT,
              "您未发布的草稿已达 " + OPEN_PER_AUTHOR_MAX + " 份，请修改已有草稿",
              "You have " + OPEN_PER_AUTHOR_MAX + " unpublished drafts; change one of them"));
    }
    return checks
        .open(caller, document, format)
        .then(
            opened -> {
              Draft draft =
                  Draft.of(
                      ids.next(),
                      opened.heading(),
                      catalogues.latestVersion(opened.heading().code()),
                      opened.canonical(),
                      caller.id(),
                      now());
              return transactions.write(
                  () -> {
                    store.insert(draft);
                    record(caller, draft, JournalKind.CATALOGUE_DRAFTED, Map.of());
                    return Outcome.done(draft);
                  });
            });
  }

  /** Replaces the document of a draft that is its author's turn. */
  public Outcome<Draft> edit(Caller caller, String id, byte[] document, Format format) {
    return find(caller, id)
        .then(
            draft -> {
              if (!draft.author().equals(caller.id())) {
                return Outcome.refused(
                    Problem.of(
                        ProblemCode.CONFLICT,
                        "只有起草人可以修改草稿；请另存为新草稿",
                        "Only its author changes a draft; save a draft of your own"));
              }
              return checks
                  .open(caller, document, format)
                  .then(
                      opened ->
                          draft.state() == Draft.State.DRAFT
                              ? replace(
                                  caller,
                                  draft.edited(
                                      opened.heading(),
                                      catalogues.latestVersion(opened.heading().code()),
                                      opened.canonical(),
                                      now()),
                                  JournalKind.CATALOGUE_DRAFTED,
                                  Map.of())
                              : notInTurn(draft));
            });
  }

  /** Hides from outsiders that there is such a draft. */
  public Outcome<Draft> find(Caller caller, String id) {
    return store
        .find(id)
        .filter(draft -> mayRead(caller, draft))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND));
  }

  private static boolean mayRead(Caller caller, Draft draft) {
    return draft.venueId() == null
        ? caller.answersFor(draft.region())
        : caller.manages(draft.venueId(), draft.region());
  }

  /**
   * The drafts of a region without their documents; for a venue's owner the offers of that venue.
   *
   * <p>Refuses: OUT_OF_REGION.
   */
  public Outcome<List<Draft>> list(
      Caller caller,
      @Nullable RegionCode region,
      Draft.@Nullable State state,
      String afterId,
      int limit) {
    RegionCode scope = region == null ? caller.region() : region;
    boolean isOwner = caller.role() == Role.VENUE_OWNER;
    boolean isOwn = isOwner ? scope.equals(caller.region()) : caller.answersFor(scope);
    if (!isOwn || isOwner && caller.venueId() == null) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    return Outcome.done(
        store.list(
            scope,
            isOwner ? caller.venueId() : null,
            state,
            afterId,
            Math.min(limit, PAGE_SIZE_MAX + 1)));
  }

  /** Every fault that stands against publication, none where it could be published. */
  public Outcome<List<Problem.FieldError>> listFaults(Caller caller, String id) {
    return find(caller, id).map(draft -> faultsOf(checks.check(draft)));
  }

  private static List<Problem.FieldError> faultsOf(Outcome<Catalogue> checked) {
    return switch (checked) {
      case Outcome.Done<Catalogue> done -> List.of();
      case Outcome.Refused<Catalogue>(Problem problem) -> problem.errors();
    };
  }

  /**
   * A document without faults, as it would be published.
   *
   * @param document what it says
   */
  public record Candidate(Map<String, Object> document, Catalogue catalogue) {}

  /** A draft to be tried before it is published. Refuses: NOT_FOUND, INVALID_CATALOGUE. */
  public Outcome<Candidate> openDraft(Caller caller, String id) {
    return find(caller, id)
        .then(
            draft ->
                checks
                    .check(draft)
                    .map(catalogue -> new Candidate(checks.documentOf(draft), catalogue)));
  }

  /** The same of what is not saved. Refuses: OUT_OF_REGION, INVALID_CATALOGUE. */
  public Outcome<Candidate> openDocument(Caller caller, Map<String, Object> document) {
    return checks
        .permit(caller, document)
        .then(heading -> checks.check(document))
        .map(catalogue -> new Candidate(document, catalogue));
  }

  /** Gives a valid draft to review. Refuses: INVALID_CATALOGUE, CONFLICT. */
  public Outcome<Draft> submit(Caller caller, String id, int revision) {
    return find(caller, id)
        .then(draft -> at(draft, revision, Draft.State.DRAFT))
        .then(draft -> checks.check(draft).map(catalogue -> draft))
        .then(
            draft ->
                replace(caller, draft.submitted(now()), JournalKind.CATALOGUE_SUBMITTED, Map.of()));
  }

  /**
   * Approves a draft, or sends it back with a remark, also after it was approved.
   *
   * <p>Refuses: FOUR_EYES, CONFLICT_OF_INTEREST for offers of the own venue, CONFLICT.
   */
  public Outcome<Draft> review(
      Caller caller, String id, int revision, Decision decision, @Nullable String remark) {
    boolean approve = decision == Decision.APPROVE;
    if (!approve && (remark == null || remark.isBlank())) {
      return Outcome.refused(Problem.invalid("/remark", "退回须说明原因", "Say why it is sent back"));
    }
    return find(caller, id)
        .then(draft -> byAnother(caller, draft))
        .then(
            draft ->
                approve || draft.state() != Draft.State.APPROVED
                    ? at(draft, revision, Draft.State.SUBMITTED)
                    : at(draft, revision, Draft.State.APPROVED))
        .then(
            draft ->
                replace(
                    caller,
                    approve || remark == null
                        ? draft.approved(caller.id(), remark, now())
                        : draft.sentBack(caller.id(), remark, now()),
                    JournalKind.CATALOGUE_REVIEWED,
                    Map.of("decision", decision.name())));
  }

  /**
   * Publishes an approved draft as the catalogue's next version. Asked again, it answers the
   * version that the draft became.
   *
   * <p>Refuses: FOUR_EYES, CONFLICT_OF_INTEREST, INVALID_CATALOGUE, CONFLICT where the draft moved
   * on or another version was published since it was written.
   */
  public Outcome<Publication> publish(Caller caller, String id, int revision) {
    return find(caller, id)
        .then(draft -> byAnother(caller, draft))
        .then(
            draft ->
                draft.state() == Draft.State.PUBLISHED && draft.revision() == revision + 1
                    ? published(draft)
                    : at(draft, revision, Draft.State.APPROVED)
                        .then(approved -> publish(caller, approved)));
  }

  private Outcome<Publication> publish(Caller caller, Draft draft) {
    Outcome<Publication> result =
        checks
            .check(draft)
            .then(
                catalogue ->
                    catalogues.publishReviewed(
                        caller,
                        catalogue,
                        draft,
                        version -> store.replace(draft.published(version, now()))));
    if (result instanceof Outcome.Refused<Publication>) {
      Draft present = store.find(draft.id()).orElseThrow();
      return present.state() == Draft.State.PUBLISHED ? published(present) : result;
    }
    return result;
  }

  /** After the race: what the winner published. */
  private Outcome<Publication> published(Draft draft) {
    return draft.publishedVersion() == null
        ? notInTurn(draft)
        : catalogues
            .find(draft.code(), draft.publishedVersion())
            .map(found -> new Publication(found, false));
  }

  private Outcome<Draft> byAnother(Caller caller, Draft draft) {
    if (draft.author().equals(caller.id())) {
      return Outcome.refused(ProblemCode.FOUR_EYES);
    }
    return draft.venueId() != null && owned.isOwner(caller.id(), draft.venueId())
        ? Outcome.refused(ProblemCode.CONFLICT_OF_INTEREST)
        : Outcome.done(draft);
  }

  private static Outcome<Draft> at(Draft draft, int revision, Draft.State state) {
    return draft.state() == state && draft.revision() == revision
        ? Outcome.done(draft)
        : notInTurn(draft);
  }

  private static <T> Outcome<T> notInTurn(Draft draft) {
    return Outcome.refused(
        Problem.of(
            ProblemCode.CONFLICT,
            "草稿现为第 " + draft.revision() + " 次修改、状态 " + draft.state() + "，请读取后再决定",
            "The draft is at revision "
                + draft.revision()
                + " in state "
                + draft.state()
                + "; read it and decide again"));
  }

  private Outcome<Draft> replace(
      Caller caller, Draft next, JournalKind kind, Map<String, String> content) {
    Optional<Draft> replaced =
        transactions.write(
            () -> {
              if (!store.replace(next)) {
                return Optional.empty();
              }
              record(caller, next, kind, content);
              return Optional.of(next);
            });
    return replaced
        .map(Outcome::done)
        .orElseGet(() -> notInTurn(store.find(next.id()).orElseThrow()));
  }

  private void record(Caller caller, Draft draft, JournalKind kind, Map<String, String> content) {
    Map<String, String> all = new HashMap<>(content);
    all.put("catalogue", draft.code());
    all.put("revision", Integer.toString(draft.revision()));
    journal.append(
        new JournalEntry(
            kind,
            draft.id(),
            draft.region(),
            caller.id(),
            caller.requestId(),
            draft.changedAt(),
            all));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
