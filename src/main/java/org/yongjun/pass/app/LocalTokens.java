package org.yongjun.pass.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.adapter.NimbusAccessTokens;
import org.yongjun.pass.platform.KeyDerivation;
import org.yongjun.pass.platform.adapter.MasterKey;

/**
 * Mints tokens for whoever can read the master key's file: for the demonstration, for the first
 * administrator's invitation, and for when nobody can sign in.
 */
final class LocalTokens {
  private LocalTokens() {}

  static AccessTokens of(Map<String, String> environment) {
    return of(MasterKey.read(masterKeyFile(environment)));
  }

  static AccessTokens of(KeyDerivation keys) {
    return new NimbusAccessTokens(
        keys.derive(NimbusAccessTokens.KEY_LABEL, NimbusAccessTokens.KEY_BYTES), Clock.systemUTC());
  }

  /** The folder that {@code PASS_DATA} names, or the one in the user's home. */
  static Path dataFolder(Map<String, String> environment) {
    String named = environment.get("PASS_DATA");
    return named == null || named.isEmpty()
        ? Path.of(
            environment.getOrDefault("HOME", System.getProperty("user.home")), ".yongjun-pass")
        : Path.of(named);
  }

  private static Path masterKeyFile(Map<String, String> environment) {
    String named = environment.get("PASS_MASTER_KEY_FILE");
    return named == null || named.isEmpty()
        ? dataFolder(environment).resolve(MasterKey.FILE)
        : Path.of(named);
  }
}
