package org.yongjun.pass.platform.adapter;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The passwords of the embedded servers: drawn once, kept in the data folder, shown to nobody. */
final class Passwords {
  private static final int LENGTH_BYTES = 24;

  private Passwords() {}

  /** 48 hexadecimal digits: safe in SQL, in a URI and in a settings file. */
  static String of(DataFolder data, String user) {
    byte[] content =
        data.secret(
            user + ".password",
            () -> {
              byte[] random = new byte[LENGTH_BYTES];
              new SecureRandom().nextBytes(random);
              return HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII);
            });
    return new String(content, StandardCharsets.US_ASCII);
  }
}
