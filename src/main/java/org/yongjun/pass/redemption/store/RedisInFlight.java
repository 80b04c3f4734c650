package org.yongjun.pass.redemption.store;

import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yongjun.pass.platform.BareFault;
import org.yongjun.pass.redemption.InFlight;

/** Marks in Redis that end by themselves, should an instance die between enter and leave. */
@Singleton
final class RedisInFlight implements InFlight {
  private static final Logger LOG = LoggerFactory.getLogger(RedisInFlight.class);

  /** Longer than any request is handled. */
  private static final int MARK_SECONDS = 15;

  private final StatefulRedisConnection<String, String> redis;

  RedisInFlight(StatefulRedisConnection<String, String> redis) {
    this.redis = redis;
  }

  @Override
  public boolean enter(String actor, String idempotencyKey) {
    try {
      SetArgs onlyNew = SetArgs.Builder.nx().ex(MARK_SECONDS);
      return redis.sync().set(name(actor, idempotencyKey), "1", onlyNew) != null;
    } catch (RedisException e) {
      LOG.warn("Redis does not answer; the database decides alone: {}", BareFault.of(e).chain());
      return true;
    }
  }

  @Override
  public void leave(String actor, String idempotencyKey) {
    try {
      redis.sync().del(name(actor, idempotencyKey));
    } catch (RedisException e) {
      LOG.warn("Redis does not answer; the mark ends by itself: {}", BareFault.of(e).chain());
    }
  }

  private static String name(String actor, String idempotencyKey) {
    return "in-flight:" + actor + ":" + idempotencyKey;
  }
}
