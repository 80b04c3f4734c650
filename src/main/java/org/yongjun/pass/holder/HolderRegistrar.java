package org.yongjun.pass.holder;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.holder.StoredHolder.StoredPerson;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.platform.Ids;

/** Writes drafts to the store, each change with its journal entry; runs inside a transaction. */
public final class HolderRegistrar {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final HolderStore store;
  private final PersonVault vault;
  private final PersonDigester digester;
  private final Journal journal;
  private final Ids ids;

  public HolderRegistrar(
      HolderStore store, PersonVault vault, PersonDigester digester, Journal journal, Ids ids) {
    this.store = store;
    this.vault = vault;
    this.digester = digester;
    this.journal = journal;
    this.ids = ids;
  }

  /** Registers a batch whose ID numbers all differ; the outcomes are in the batch's order. */
  List<RowOutcome> register(List<ParsedRow.Sound> batch, ImportRun run) {
    Map<Integer, PersonDigests> digests = new HashMap<>();
    for (ParsedRow.Sound each : batch) {
      digests.put(each.row(), digester.digest(each.draft().person()));
    }
    // Sorted, so that two imports of the same people lock them in the same order.
    List<String> idNumbers =
        digests.values().stream().map(PersonDigests::idNumber).sorted().toList();
    Map<String, StoredHolder> existing = store.lockByIdNumbers(idNumbers);
    List<RowOutcome> outcomes = new ArrayList<>();
    for (ParsedRow.Sound each : batch) {
      PersonDigests own = Objects.requireNonNull(digests.get(each.row()));
      StoredHolder known = existing.get(own.idNumber());
      outcomes.add(known == null ? create(each, own, run) : change(each, own, known, run));
    }
    return outcomes;
  }

  /** The entry for the import as a whole. */
  void recordImport(ImportReport report, ImportRun run) {
    Map<String, String> content = new TreeMap<>();
    for (RowOutcome.Kind kind : RowOutcome.Kind.values()) {
      content.put(kind.name().toLowerCase(Locale.ROOT), "" + report.count(kind));
    }
    journal.append(
        new JournalEntry(
            JournalKind.HOLDERS_IMPORTED,
            run.importId(),
            run.caller().region(),
            run.caller().id(),
            run.caller().requestId(),
            run.at(),
            content));
  }

  private RowOutcome create(ParsedRow.Sound row, PersonDigests digests, ImportRun run) {
    HolderDraft draft = row.draft();
    String id = ids.next();
    HolderTag tag = new HolderTag(RANDOM.nextLong());
    HolderRecord holder = record(id, tag, HolderStatus.ACTIVE, draft);
    StoredPerson person = new StoredPerson(digests, vault.seal(id, draft.person()));
    if (!store.insert(new StoredHolder(holder, person, run.at(), run.at()))) {
      return rejected(row, ImportFault.CHANGED_MEANWHILE);
    }
    journalChange(JournalKind.HOLDER_CREATED, holder, run, null);
    return RowOutcome.accepted(row.row(), RowOutcome.Kind.CREATED, id);
  }

  private RowOutcome change(
      ParsedRow.Sound row, PersonDigests digests, StoredHolder known, ImportRun run) {
    HolderRecord before = known.holder();
    if (!run.caller().answersFor(before.homeRegion())) {
      return rejected(row, ImportFault.REGISTERED_ELSEWHERE);
    }
    HolderRecord after = record(before.id(), before.tag(), before.status(), row.draft());
    StoredPerson person = known.person();
    boolean samePerson = person != null && person.digests().equals(digests);
    if (samePerson && after.equals(before)) {
      return RowOutcome.accepted(row.row(), RowOutcome.Kind.UNCHANGED, before.id());
    }
    StoredPerson kept =
        samePerson ? person : new StoredPerson(digests, seal(before.id(), person, row.draft()));
    store.update(new StoredHolder(after, kept, known.createdAt(), run.at()));
    journalChange(JournalKind.HOLDER_CHANGED, after, run, changedFields(before, after, samePerson));
    return RowOutcome.accepted(row.row(), RowOutcome.Kind.UPDATED, before.id());
  }

  private SealedPerson seal(String id, @Nullable StoredPerson before, HolderDraft draft) {
    return before == null
        ? vault.seal(id, draft.person())
        : vault.sealAgain(id, before.sealed(), draft.person());
  }

  private static HolderRecord record(
      String id, HolderTag tag, HolderStatus status, HolderDraft draft) {
    return new HolderRecord(
        id,
        tag,
        draft.homeRegion(),
        draft.classes(),
        draft.meritClass(),
        draft.disabilityGrade(),
        draft.validFrom(),
        draft.validUntil(),
        status);
  }

  private static RowOutcome rejected(ParsedRow.Sound row, ImportFault fault) {
    return RowOutcome.rejected(
        row.row(), List.of(RowError.at(row.row(), ImportColumn.ID_NUMBER, fault)));
  }

  private static String changedFields(HolderRecord before, HolderRecord after, boolean samePerson) {
    Map<String, Boolean> changed = new TreeMap<>();
    changed.put("homeRegion", !before.homeRegion().equals(after.homeRegion()));
    changed.put("classes", !before.classes().equals(after.classes()));
    changed.put("meritClass", before.meritClass() != after.meritClass());
    changed.put("disabilityGrade", before.disabilityGrade() != after.disabilityGrade());
    changed.put("validFrom", !before.validFrom().equals(after.validFrom()));
    changed.put("validUntil", !before.validUntil().equals(after.validUntil()));
    changed.put("person", !samePerson);
    changed.values().removeIf(each -> !each);
    return String.join(",", changed.keySet());
  }

  /**
   * The journal is never erased, so it says which fields changed but holds neither the person nor
   * the grades of merit and disability.
   */
  private void journalChange(
      JournalKind kind, HolderRecord holder, ImportRun run, @Nullable String changed) {
    Map<String, String> content = new TreeMap<>();
    content.put("importId", run.importId());
    content.put(
        "classes",
        String.join(",", holder.classes().list().stream().map(HolderClass::name).toList()));
    content.put("validFrom", holder.validFrom().toString());
    content.put("validUntil", holder.validUntil().toString());
    if (changed != null) {
      content.put("changed", changed);
    }
    journal.append(
        new JournalEntry(
            kind,
            holder.id(),
            holder.homeRegion(),
            run.caller().id(),
            run.caller().requestId(),
            run.at(),
            content));
  }
}
