package org.yongjun.pass.platform.store;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.yongjun.pass.platform.AppendOnlyTables;
import org.yongjun.pass.platform.KeyDerivation;

/**
 * Proves the database fit to serve before anybody is given a connection to it. Waiting for the
 * start event would be too late: beans that read the database are made before it.
 */
@Singleton
final class StartChecks implements BeanCreatedEventListener<DataSource> {
  private final KeyDerivation keys;
  private final boolean isDemo;

  StartChecks(KeyDerivation keys, @Value("${pass.demo:false}") boolean isDemo) {
    this.keys = keys;
    this.isDemo = isDemo;
  }

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
    // A wrapped one gives connections inside transactions only.
    DataSource direct = DelegatingDataSource.unwrapDataSource(event.getBean());
    new AppendOnlyGuard(direct, AppendOnlyTables.NAMES).prove();
    new FractionCheck(direct).prove();
    if (isDemo) {
      new DemoCheck(direct).prove();
    }
    new MasterKeyCheck(direct, keys).prove();
    return event.getBean();
  }
}
