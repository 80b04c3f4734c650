package org.yongjun.pass.platform.store;

import io.micronaut.data.connection.exceptions.ConnectionException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.yongjun.pass.platform.Unavailability;

/** No connection in time, a connection that broke, or a lock that was not granted. */
@Singleton
final class DatabaseUnavailability implements Unavailability {
  @Override
  public boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectionException
          || cause instanceof SQLTransientException
          || cause instanceof SQLRecoverableException
          || cause instanceof SQLNonTransientConnectionException) {
        return true;
      }
    }
    return Races.isLockWait(failure) || Races.isDeadlock(failure);
  }

  @Override
  public String codes(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return "SQLSTATE " + sql.getSQLState() + ", error " + sql.getErrorCode();
      }
    }
    return "";
  }
}
