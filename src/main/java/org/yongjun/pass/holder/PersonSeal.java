package org.yongjun.pass.holder;

import java.util.Optional;
import org.yongjun.pass.holder.StoredHolder.StoredPerson;

/**
 * Seals facts about a holder that others keep, under the data key of that person: erasing the
 * person makes them unreadable wherever they are kept, and nothing else has to be found.
 */
public final class PersonSeal {
  private final HolderStore store;
  private final PersonVault vault;

  public PersonSeal(HolderStore store, PersonVault vault) {
    this.store = store;
    this.vault = vault;
  }

  /**
   * Empty for an unknown holder and after erasure.
   *
   * @param purpose what the facts belong to; they open under the same alone
   */
  public Optional<byte[]> seal(String holderId, String purpose, byte[] facts) {
    return person(holderId)
        .map(person -> vault.sealFacts(holderId, person.sealed(), purpose, facts));
  }

  /**
   * Empty for an unknown holder and after erasure; throws {@link IllegalStateException} where what
   * was sealed has been altered, or is another person's.
   */
  public Optional<byte[]> open(String holderId, String purpose, byte[] sealed) {
    return person(holderId)
        .map(person -> vault.openFacts(holderId, person.sealed(), purpose, sealed));
  }

  private Optional<StoredPerson> person(String holderId) {
    return store.findById(holderId).flatMap(stored -> Optional.ofNullable(stored.person()));
  }
}
