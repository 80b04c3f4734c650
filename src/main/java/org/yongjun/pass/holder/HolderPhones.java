package org.yongjun.pass.holder;

import java.util.List;
import java.util.Optional;
import org.yongjun.pass.access.PhoneDirectory;
import org.yongjun.pass.holder.StoredHolder.StoredPerson;

/** Answers sign-in from the blind index of phones; a name is opened only to be masked. */
public final class HolderPhones implements PhoneDirectory {
  private final HolderStore store;
  private final PersonDigester digester;
  private final PersonVault vault;

  public HolderPhones(HolderStore store, PersonDigester digester, PersonVault vault) {
    this.store = store;
    this.digester = digester;
    this.vault = vault;
  }

  @Override
  public List<String> listByPhone(String phone) {
    return store.listByPhone(digester.ofPhone(phone), HOLDERS_PER_PHONE_MAX).stream()
        .map(StoredHolder::holder)
        .filter(holder -> holder.status() != HolderStatus.REVOKED)
        .map(HolderRecord::id)
        .toList();
  }

  @Override
  public Optional<Entry> findEntry(String holderId) {
    return store
        .findById(holderId)
        .filter(stored -> stored.holder().status() != HolderStatus.REVOKED)
        .flatMap(this::entry);
  }

  private Optional<Entry> entry(StoredHolder stored) {
    StoredPerson person = stored.person();
    if (person == null) {
      return Optional.empty();
    }
    HolderRecord holder = stored.holder();
    String name = vault.open(holder.id(), person.sealed()).name();
    return Optional.of(
        new Entry(holder.id(), MaskedName.of(name), holder.classes(), holder.homeRegion()));
  }
}
