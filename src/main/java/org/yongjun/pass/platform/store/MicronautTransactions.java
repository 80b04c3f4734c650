package org.yongjun.pass.platform.store;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;
import org.yongjun.pass.platform.Transactions;

/** Transactions of the one data source. */
@Singleton
final class MicronautTransactions implements Transactions {
  /** How often a transaction that lost a deadlock is begun in all. */
  private static final int TRIES = 5;

  private static final TransactionDefinition SNAPSHOT = snapshot();

  private final TransactionOperations<Connection> operations;

  MicronautTransactions(TransactionOperations<Connection> operations) {
    this.operations = operations;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    if (operations.findTransactionStatus().isPresent()) {
      return work.get();
    }
    for (int left = TRIES - 1; ; left--) {
      try {
        return operations.execute(TransactionDefinition.DEFAULT, status -> work.get());
      } catch (RuntimeException e) {
        // The server ended this transaction whole to let another through; nothing of it remains.
        if (left > 0 && Races.isDeadlock(e)) {
          continue;
        }
        throw e;
      }
    }
  }

  @Override
  public <T> T read(Supplier<T> work) {
    if (operations.findTransactionStatus().isPresent()) {
      // What is open already keeps its own terms: a snapshot cannot begin in its middle.
      return work.get();
    }
    return operations.execute(SNAPSHOT, status -> work.get());
  }

  private static TransactionDefinition snapshot() {
    DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
    definition.setReadOnly(true);
    definition.setIsolationLevel(TransactionDefinition.Isolation.REPEATABLE_READ);
    return definition;
  }
}
