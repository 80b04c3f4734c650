package org.yongjun.pass.holder;

import java.util.function.Supplier;

/** The store that other tests use behaves like the one in the database. */
class InMemoryHolderStoreTest extends HolderStoreContract {
  private final InMemoryHolderStore store = new InMemoryHolderStore();

  @Override
  protected HolderStore store() {
    return store;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
