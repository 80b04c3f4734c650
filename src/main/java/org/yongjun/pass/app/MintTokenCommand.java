package org.yongjun.pass.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Prints a token for an officer or a holder: {@code mint-token --role ADMIN --region 130400
 * [--subject officer-1] [--minutes 60]}.
 */
final class MintTokenCommand implements Command {
  private static final int MINUTES_DEFAULT = 60;

  @Override
  public String name() {
    return "mint-token";
  }

  @Override
  public String help() {
    return "签发本机令牌  print a token: --role ADMIN --region 130400 [--subject ID] [--minutes 60]";
  }

  @Override
  public int run(List<String> arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      if (!arguments.get(i).startsWith("--") || i + 1 == arguments.size()) {
        return Main.usage();
      }
      options.put(arguments.get(i).substring(2), arguments.get(i + 1));
    }
    try {
      Role role = Role.valueOf(options.getOrDefault("role", ""));
      RegionCode region = RegionCode.of(options.getOrDefault("region", "000000"));
      String subject = options.getOrDefault("subject", "local-" + role.name().toLowerCase());
      Duration lifetime =
          Duration.ofMinutes(
              Long.parseLong(options.getOrDefault("minutes", Integer.toString(MINUTES_DEFAULT))));
      System.out.println(
          LocalTokens.of(System.getenv()).mint(subject, role, region, null, lifetime));
      return 0;
    } catch (IllegalArgumentException e) {
      return Main.usage();
    }
  }
}
