package org.yongjun.pass.platform.store;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yongjun.pass.platform.BareFault;
import org.yongjun.pass.platform.RateLimits;
import org.yongjun.pass.platform.RateQuota;
import org.yongjun.pass.platform.RateStanding;

/**
 * A token bucket for each subject in Redis, refilled steadily over the minute. Where Redis does not
 * answer in time, nobody is refused, and for a while nobody waits for it either.
 */
@Singleton
final class RedisRateLimits implements RateLimits {
  private static final Logger LOG = LoggerFactory.getLogger(RedisRateLimits.class);

  private static final Duration PATIENCE = Duration.ofMillis(250);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Duration WINDOW = Duration.ofSeconds(RateQuota.WINDOW_SECONDS);

  /** How long a full bucket is kept, since a missing one counts as full. */
  private static final Duration KEPT_FULL = Duration.ofSeconds(5);

  private final RedisClient client;
  private final Clock clock;
  private volatile long pausedUntilMillis;
  private @Nullable ProxyManager<String> buckets;

  RedisRateLimits(RedisClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public Optional<RateStanding> take(RateQuota quota, String subject) {
    if (clock.millis() < pausedUntilMillis) {
      return Optional.empty();
    }
    try {
      ConsumptionProbe probe =
          buckets()
              .getProxy(name(quota, subject), () -> configuration(quota))
              .tryConsumeAndReturnRemaining(1);
      return Optional.of(
          new RateStanding(
              quota,
              probe.isConsumed(),
              probe.getRemainingTokens(),
              seconds(probe.getNanosToWaitForReset()),
              seconds(probe.getNanosToWaitForRefill())));
    } catch (RedisException | BucketExecutionException e) {
      pausedUntilMillis = clock.millis() + PAUSE.toMillis();
      LOG.warn(
          "Redis does not answer; requests go uncounted for {} s: {}",
          PAUSE.toSeconds(),
          BareFault.of(e).chain());
      return Optional.empty();
    }
  }

  /** Connects with the first request, so that a server starts without Redis too. */
  private synchronized ProxyManager<String> buckets() {
    ProxyManager<String> known = buckets;
    if (known == null) {
      known =
          Bucket4jLettuce.casBasedBuilder(
                  client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
              .requestTimeout(PATIENCE)
              .expirationAfterWrite(
                  ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_FULL))
              .build();
      buckets = known;
    }
    return known;
  }

  private static BucketConfiguration configuration(RateQuota quota) {
    return BucketConfiguration.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(quota.perMinute())
                .refillGreedy(quota.perMinute(), WINDOW)
                .build())
        .build();
  }

  /** With the quota in it, so that a changed one begins with fresh buckets. */
  private static String name(RateQuota quota, String subject) {
    return "rate:" + quota.name() + ":" + quota.perMinute() + ":" + subject;
  }

  private static long seconds(long nanos) {
    return Math.max(1, Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1)));
  }
}
