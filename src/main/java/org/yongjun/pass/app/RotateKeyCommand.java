package org.yongjun.pass.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.platform.StartRefusedException;

/**
 * Gives the running server's issuer its next key: {@code rotate-key --algorithm SM2 --purpose
 * DYNAMIC [--url URL]}. Whoever can read the master key's file may.
 */
final class RotateKeyCommand implements Command {
  private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(1);
  private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]+)\"");

  @Override
  public String name() {
    return "rotate-key";
  }

  @Override
  public String help() {
    return "更换签发密钥  make the issuer's next key:"
        + " --algorithm SM2|P256|ED25519 --purpose DYNAMIC|STATIC|STATUS|BUNDLE [--url URL]";
  }

  @Override
  public int run(List<String> arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      options.put(arguments.get(i), arguments.get(i + 1));
    }
    Algorithm algorithm;
    KeyPurpose purpose;
    try {
      algorithm = Algorithm.valueOf(options.getOrDefault("--algorithm", ""));
      purpose = KeyPurpose.valueOf(options.getOrDefault("--purpose", ""));
    } catch (IllegalArgumentException e) {
      return Main.usage();
    }
    String token =
        LocalTokens.of(System.getenv())
            .mint("local-rotate-key", Role.ADMIN, RegionCode.NATION, null, TOKEN_LIFETIME);
    String url = options.containsKey("--url") ? options.get("--url") : runningUrl();
    StoryHttp.Reply reply =
        new StoryHttp(url, new PlainExchange())
            .post(
                "/v1/issuer-keys",
                token,
                Map.of("algorithm", algorithm.name(), "purpose", purpose.name()));
    if (reply.status() != 201) {
      System.err.println(reply.text("detail"));
      reply.list("errors").forEach(error -> System.err.println(error.get("detail")));
      return 1;
    }
    System.out.printf(
        "新密钥 new key %s (%s, %s)%n", reply.text("keyId"), algorithm.name(), purpose.name());
    return 0;
  }

  /** Where the server of this data folder says that it answers. */
  private static String runningUrl() {
    Path instance = LocalTokens.dataFolder(System.getenv()).resolve("instance.json");
    try {
      Matcher matcher = URL.matcher(Files.exists(instance) ? Files.readString(instance) : "");
      if (!matcher.find()) {
        throw new StartRefusedException(
            "没有运行中的服务；请先启动，或用 --url 指定地址。",
            "No server runs on this data folder; start it, or name one by --url.");
      }
      return matcher.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
