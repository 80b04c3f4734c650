package org.yongjun.pass.platform.store;

import java.sql.SQLException;

/** Tells the loser of a race from every other database error, by the server's error codes. */
public final class Races {
  /** ER_DUP_ENTRY of every MySQL-protocol server. */
  private static final int DUPLICATE_ENTRY = 1062;

  /** ER_LOCK_WAIT_TIMEOUT: somebody else holds the key and has not committed. */
  private static final int LOCK_WAIT_TIMEOUT = 1205;

  /** ER_LOCK_DEADLOCK. */
  private static final int DEADLOCK = 1213;

  /** ER_CHECKREAD: MariaDB from 11.6 on, where a row has changed since this transaction read. */
  private static final int CHANGED_SINCE_READ = 1020;

  private Races() {}

  /** Runs an INSERT; false when its unique key was taken. Other errors are rethrown. */
  public static boolean inserted(Runnable insert) {
    try {
      insert.run();
      return true;
    } catch (RuntimeException e) {
      if (errorCode(e) == DUPLICATE_ENTRY) {
        return false;
      }
      throw e;
    }
  }

  /** Whether {@code e} says that a row lock was not granted in time. */
  public static boolean isLockWait(Throwable e) {
    return errorCode(e) == LOCK_WAIT_TIMEOUT;
  }

  /** Whether {@code e} says that this transaction has to begin again for another's sake. */
  public static boolean isDeadlock(Throwable e) {
    int code = errorCode(e);
    return code == DEADLOCK || code == CHANGED_SINCE_READ;
  }

  private static int errorCode(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql.getErrorCode();
      }
    }
    return 0;
  }
}
