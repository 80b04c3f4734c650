package org.yongjun.pass.platform.adapter;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.platform.StartRefusedException;

/**
 * The servers that this process runs for itself. Whoever started the application context closes
 * them, after the context, because beans still write while they are being destroyed.
 */
public final class EmbeddedServices implements AutoCloseable {
  private final DataFolder data;
  private @Nullable MariaDbServer mariaDb;
  private @Nullable RedisServer redis;

  private EmbeddedServices(DataFolder data) {
    this.data = data;
  }

  /**
   * Starts what is asked for.
   *
   * @throws StartRefusedException if this machine cannot run it, or the folder is in use
   */
  static EmbeddedServices start(Path folder, boolean withDatabase, boolean withRedis) {
    requireLinuxOnX86();
    EmbeddedServices services = new EmbeddedServices(DataFolder.open(folder));
    try {
      BinaryUnpacker unpacker = new BinaryUnpacker(services.data.folder("programs"));
      if (withDatabase) {
        services.mariaDb = MariaDbServer.start(services.data, unpacker.mariaDb());
      }
      if (withRedis) {
        services.redis = RedisServer.start(services.data, unpacker.redisServer());
      }
      return services;
    } catch (RuntimeException e) {
      services.close();
      throw e;
    }
  }

  public DataFolder data() {
    return data;
  }

  public boolean isDatabaseEmbedded() {
    return mariaDb != null;
  }

  /** The configuration that leads the application to these servers. */
  Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    if (mariaDb != null) {
      properties.put("datasources.default.url", mariaDb.url());
      properties.put("datasources.default.username", MariaDbServer.APPLICATION_USER);
      properties.put(
          "datasources.default.password", Passwords.of(data, MariaDbServer.APPLICATION_USER));
      properties.put("flyway.datasources.default.url", mariaDb.url());
      properties.put("flyway.datasources.default.username", MariaDbServer.MIGRATION_USER);
      properties.put(
          "flyway.datasources.default.password", Passwords.of(data, MariaDbServer.MIGRATION_USER));
    }
    if (redis != null) {
      properties.put("redis.uri", redis.uri());
    }
    // A demo keeps its root keys here; whoever names files of his own keeps them where he likes.
    properties.put("pass.root-key-file", data.resolve("root-key.json").toString());
    properties.put(
        "pass.root-key-successor-file", data.resolve("root-key-successor.json").toString());
    return properties;
  }

  @Override
  public void close() {
    if (redis != null) {
      redis.close();
    }
    if (mariaDb != null) {
      mariaDb.close();
    }
    data.close();
  }

  private static void requireLinuxOnX86() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!system.equals("Linux amd64")) {
      throw new StartRefusedException(
          "内置 MariaDB 与 Redis 仅支持 Linux x86-64，本机为 %s。请用 DATASOURCES_DEFAULT_URL 与 REDIS_URI 指定外部服务。"
              .formatted(system),
          "The embedded MariaDB and Redis run on Linux x86-64 only, and this is %s. Give DATASOURCES_DEFAULT_URL and REDIS_URI to use servers of your own."
              .formatted(system));
    }
  }
}
