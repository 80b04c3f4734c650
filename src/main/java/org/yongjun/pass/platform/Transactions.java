package org.yongjun.pass.platform;

import java.util.function.Supplier;

/** Runs work in one database transaction; an exception rolls it back and is rethrown. */
public interface Transactions {
  /** Joins a transaction that is already open on this thread. */
  <T> T write(Supplier<T> work);

  /** One consistent snapshot (REPEATABLE READ); nothing may be written. */
  <T> T read(Supplier<T> work);

  default void writeOnly(Runnable work) {
    write(
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }
}
