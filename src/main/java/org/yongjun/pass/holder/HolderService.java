package org.yongjun.pass.holder;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.holder.StoredHolder.StoredPerson;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.ProblemCode;

/** {@link Holders} over a store and a vault. */
public final class HolderService implements Holders {
  private final HolderImporter importer;
  private final HolderStore store;
  private final PersonVault vault;

  public HolderService(HolderImporter importer, HolderStore store, PersonVault vault) {
    this.importer = importer;
    this.store = store;
    this.vault = vault;
  }

  @Override
  public Outcome<ImportReport> importCsv(Caller caller, byte[] file, Optional<Charset> charset) {
    return importer.importCsv(caller, file, charset);
  }

  @Override
  public Optional<HolderRecord> findById(String holderId) {
    return store.findById(holderId).map(StoredHolder::holder);
  }

  @Override
  public boolean holdActive(String holderId) {
    return store.holdActive(holderId);
  }

  @Override
  public boolean changeStatus(String holderId, HolderStatus from, HolderStatus to, Instant now) {
    return store.changeStatus(holderId, from, to, now);
  }

  @Override
  public Optional<HolderRecord> lock(String holderId) {
    return store.lock(holderId).map(StoredHolder::holder);
  }

  @Override
  public Optional<HolderRecord> findByTag(HolderTag tag) {
    return store.findByTag(tag).map(StoredHolder::holder);
  }

  @Override
  public Optional<String> findMaskedName(String holderId) {
    return store.findById(holderId).map(this::maskedName);
  }

  @Override
  public OptionalInt findAgeYears(String holderId, LocalDate day) {
    StoredPerson person = store.findById(holderId).map(StoredHolder::person).orElse(null);
    if (person == null) {
      return OptionalInt.empty();
    }
    LocalDate born = IdNumber.birthDate(vault.open(holderId, person.sealed()).idNumber());
    return OptionalInt.of(Period.between(born, day).getYears());
  }

  @Override
  public Outcome<HolderView> view(Caller caller, String holderId) {
    Optional<StoredHolder> stored = store.findById(holderId);
    if (stored.isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    return caller.answersFor(stored.get().holder().homeRegion())
        ? Outcome.done(view(stored.get()))
        // The same as for no holder at all: an outsider learns nothing.
        : Outcome.refused(ProblemCode.NOT_FOUND);
  }

  @Override
  public HolderPage listIn(RegionCode scope, Optional<HolderCursor> after, int pageSize) {
    if (pageSize < 1 || pageSize > PAGE_SIZE_MAX) {
      throw new IllegalArgumentException("page size " + pageSize);
    }
    // One more than asked for tells whether there is a next page.
    List<StoredHolder> found = store.listIn(scope, after, pageSize + 1);
    List<HolderView> page = found.stream().limit(pageSize).map(this::view).toList();
    if (found.size() <= pageSize) {
      return new HolderPage(page, Optional.empty());
    }
    HolderRecord last = page.getLast().holder();
    return new HolderPage(page, Optional.of(new HolderCursor(last.homeRegion(), last.id())));
  }

  private HolderView view(StoredHolder stored) {
    return new HolderView(stored.holder(), maskedName(stored));
  }

  private @Nullable String maskedName(StoredHolder stored) {
    StoredPerson person = stored.person();
    return person == null
        ? null
        : MaskedName.of(vault.open(stored.holder().id(), person.sealed()).name());
  }
}
