package org.yongjun.pass.platform.store;

import io.micronaut.configuration.lettuce.DefaultRedisConfiguration;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Applies {@code redis.timeout} to {@code redis.uri}, which by itself would go without. */
@Singleton
final class RedisPatience implements BeanCreatedEventListener<DefaultRedisConfiguration> {
  private final Duration timeout;

  RedisPatience(@Value("${redis.timeout}") Duration timeout) {
    this.timeout = timeout;
  }

  @Override
  public DefaultRedisConfiguration onCreated(BeanCreatedEvent<DefaultRedisConfiguration> event) {
    DefaultRedisConfiguration configuration = event.getBean();
    configuration.getUri().ifPresent(uri -> uri.setTimeout(timeout));
    return configuration;
  }
}
