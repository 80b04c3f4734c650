package org.yongjun.pass.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Prints a token for an officer or a holder, for demonstrations and for when nobody can sign in:
 * {@code mint-token --role ADMIN --region 130400 [--subject officer-1] [--minutes 60]}.
 */
final class MintTokenCommand implements Command {
  private static final int MINUTES_DEFAULT = 60;

  @Override
  public String name() {
    return "mint-token";
  }

  @Override
  public String help() {
    return "签发本机令牌（仅演示或应急）  print a token, for demos and emergencies:"
        + " --role ADMIN --region 130400 [--subject ID] [--minutes 60]";
  }

  @Override
  public int run(List<String> arguments) {
    Optional<Options> given = Options.parse(arguments);
    if (given.isEmpty()) {
      return Main.usage();
    }
    Options options = given.get();
    try {
      Role role = Role.valueOf(options.get("role", ""));
      RegionCode region = RegionCode.of(options.get("region", "000000"));
      String subject = options.get("subject", "local-" + role.name().toLowerCase());
      Duration lifetime =
          Duration.ofMinutes(
              Long.parseLong(options.get("minutes", Integer.toString(MINUTES_DEFAULT))));
      System.out.println(
          LocalTokens.of(System.getenv()).mint(subject, role, region, null, lifetime));
      return 0;
    } catch (IllegalArgumentException e) {
      return Main.usage();
    }
  }
}
