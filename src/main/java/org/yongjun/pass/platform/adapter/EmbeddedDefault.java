package org.yongjun.pass.platform.adapter;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Starts embedded servers for what the configuration does not name: the database unless {@code
 * DATASOURCES_DEFAULT_URL} is given, Redis unless {@code REDIS_URI} is.
 */
@ContextConfigurer
public final class EmbeddedDefault implements ApplicationContextConfigurer {
  private static final String DATABASE_URL = "datasources.default.url";
  private static final String REDIS_URI = "redis.uri";
  private static final String DATA = "pass.data";

  @Override
  public void configure(ApplicationContext context) {
    Environment environment = context.getEnvironment();
    boolean withDatabase = !environment.containsProperty(DATABASE_URL);
    boolean withRedis = !environment.containsProperty(REDIS_URI);
    if (!withDatabase && !withRedis) {
      return;
    }
    Path folder =
        environment.getProperty(DATA, Path.class).orElseGet(() -> Path.of(home(), ".yongjun-pass"));
    EmbeddedServices services = EmbeddedServices.start(folder, withDatabase, withRedis);
    Map<String, Object> properties = new HashMap<>(services.properties());
    // What the operator names stays as named.
    properties.keySet().removeIf(environment::containsProperty);
    environment.addPropertySource(PropertySource.of("embedded", properties));
    context.registerSingleton(EmbeddedServices.class, services, null, false);
  }

  /** What the shell calls home, as {@code infra/run} does; the password file may differ. */
  private static String home() {
    return Objects.requireNonNullElse(System.getenv("HOME"), System.getProperty("user.home"));
  }
}
