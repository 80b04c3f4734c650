package org.yongjun.pass.platform.store;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.env.Environment;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.flyway.DataSourceMigrationRunner;
import io.micronaut.flyway.FlywayConfigurationProperties;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.yongjun.pass.platform.StartRefusedException;

/**
 * Has the migrations run before the connection pool opens: the application's user may not even
 * connect to a new database until they have granted it something. It takes the place of the runner
 * that would migrate once more, as the application's user, when the pool is open.
 */
@Singleton
@Replaces(DataSourceMigrationRunner.class)
final class MigrateFirst implements BeanCreatedEventListener<DatasourceConfiguration> {
  private static final String SETTINGS = "flyway.datasources.default.";

  private final BeanProvider<FlywayConfigurationProperties> migration;
  private final Environment environment;

  MigrateFirst(
      @Named("default") BeanProvider<FlywayConfigurationProperties> migration,
      Environment environment) {
    this.migration = migration;
    this.environment = environment;
  }

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    if (environment.getProperty(SETTINGS + "enabled", Boolean.class, true)) {
      requireUser();
      // The framework migrates when it creates this configuration.
      migration.get();
    }
    return event.getBean();
  }

  private void requireUser() {
    if (!environment.containsProperty(SETTINGS + "username")) {
      throw new StartRefusedException(
          "请用 FLYWAY_DATASOURCES_DEFAULT_USERNAME 与 FLYWAY_DATASOURCES_DEFAULT_PASSWORD"
              + " 指定迁移账号，它不得与应用账号相同。",
          "Name the user who migrates by FLYWAY_DATASOURCES_DEFAULT_USERNAME and"
              + " FLYWAY_DATASOURCES_DEFAULT_PASSWORD; it must not be the application's.");
    }
  }
}
