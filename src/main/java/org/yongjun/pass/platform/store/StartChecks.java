package org.yongjun.pass.platform.store;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.yongjun.pass.platform.AppendOnlyTables;
import org.yongjun.pass.platform.KeyDerivation;

/** Runs after the migrations and before the server listens. */
@Singleton
final class StartChecks implements ApplicationEventListener<StartupEvent> {
  private final AppendOnlyGuard appendOnly;
  private final MasterKeyCheck masterKey;

  StartChecks(DataSource dataSource, KeyDerivation keys) {
    DataSource direct = DelegatingDataSource.unwrapDataSource(dataSource);
    this.appendOnly = new AppendOnlyGuard(direct, AppendOnlyTables.NAMES);
    this.masterKey = new MasterKeyCheck(direct, keys);
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    appendOnly.prove();
    masterKey.prove();
  }
}
