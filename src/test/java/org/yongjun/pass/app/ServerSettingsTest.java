package org.yongjun.pass.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lettuce.core.api.StatefulRedisConnection;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.serde.config.DeserializationConfiguration;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;

/** What the configuration promises, asked of the running server. */
class ServerSettingsTest {
  @Test
  void blockingWorkRunsOnVirtualThreads() throws Exception {
    ExecutorService blocking =
        PassServer.context()
            .getBean(ExecutorService.class, Qualifiers.byName(TaskExecutors.BLOCKING));
    assertTrue(blocking.submit(() -> Thread.currentThread().isVirtual()).get());
  }

  @Test
  void requestsAndJsonAreBounded() {
    HttpServerConfiguration server = PassServer.context().getBean(HttpServerConfiguration.class);
    assertEquals(8L << 20, server.getMaxRequestSize());
    DeserializationConfiguration json =
        PassServer.context().getBean(DeserializationConfiguration.class);
    assertFalse(json.isIgnoreUnknown());
    assertTrue(json.isFailOnNullForPrimitives());
  }

  @Test
  void redisAnswersAndKeepsWhatItIsTold() {
    @SuppressWarnings("unchecked")
    StatefulRedisConnection<String, String> redis =
        PassServer.context().getBean(StatefulRedisConnection.class);
    assertEquals("OK", redis.sync().set("settings-test", "1"));
    assertEquals("yes", redis.sync().configGet("appendonly").get("appendonly"));
    assertEquals(1, redis.sync().del("settings-test"));
    assertEquals(2, redis.getTimeout().toSeconds());
  }
}
