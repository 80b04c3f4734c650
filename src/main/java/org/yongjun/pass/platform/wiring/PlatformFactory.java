package org.yongjun.pass.platform.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.platform.CsvReader;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.KeyDerivation;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.StartRefusedException;
import org.yongjun.pass.platform.adapter.CommonsCsvReader;
import org.yongjun.pass.platform.adapter.EmbeddedServices;
import org.yongjun.pass.platform.adapter.MasterKey;
import org.yongjun.pass.platform.adapter.TimeOrderedIds;

@Factory
final class PlatformFactory {
  @Singleton
  Regions regions() {
    return Regions.standard();
  }

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  CsvReader csvReader() {
    return new CommonsCsvReader();
  }

  @Singleton
  SecureRandom secureRandom() {
    return new SecureRandom();
  }

  @Singleton
  Ids ids(SecureRandom random, Clock clock) {
    return new TimeOrderedIds(random, clock);
  }

  @Singleton
  KeyDerivation keyDerivation(
      @Value("${pass.master-key-file:}") String file,
      @Nullable EmbeddedServices embedded,
      SecureRandom random) {
    if (!file.isEmpty()) {
      return MasterKey.read(Path.of(file));
    }
    if (embedded != null && embedded.isDatabaseEmbedded()) {
      return MasterKey.of(embedded.data(), random);
    }
    throw new StartRefusedException(
        "使用外部数据库时必须用 PASS_MASTER_KEY_FILE 指定主密钥文件（32 字节随机数：openssl rand -out 文件 32），各实例须相同。",
        "With a database of your own, name the master key by PASS_MASTER_KEY_FILE: a file of 32"
            + " random bytes (openssl rand -out FILE 32), the same for all instances.");
  }
}
