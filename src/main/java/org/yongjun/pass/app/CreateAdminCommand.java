package org.yongjun.pass.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.KeyDerivation;

/**
 * Invites the first administrator: {@code create-admin --login chief --name 张三 --region 000000
 * [--url URL]}. It asks the server that runs on the data folder, or starts one for as long as that
 * takes.
 */
final class CreateAdminCommand implements Command {
  private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(5);
  private static final String ACTOR = "local-operator";
  private static final Pattern URL = Pattern.compile("\"url\":\"(http[^\"]+)\"");
  private static final int OK = 200;
  private static final int CREATED = 201;

  @Override
  public String name() {
    return "create-admin";
  }

  @Override
  public String help() {
    return "邀请首位管理员  invite an ADMIN: --login L [--name N] [--region 000000] [--url URL]";
  }

  @Override
  public int run(List<String> arguments) {
    Optional<Options> options = Options.parse(arguments);
    if (options.flatMap(given -> given.find("login")).isEmpty()) {
      return Main.usage();
    }
    Optional<String> url = options.get().find("url").or(CreateAdminCommand::runningServer);
    if (url.isPresent()) {
      return invite(url.get(), LocalTokens.of(System.getenv()), options.get());
    }
    try (RunningServer server = RunningServer.start(Map.of("micronaut.server.port", -1))) {
      KeyDerivation keys = server.context().getBean(KeyDerivation.class);
      return invite(server.url(), LocalTokens.of(keys), options.get());
    }
  }

  private static int invite(String url, AccessTokens tokens, Options options) {
    String login = options.find("login").orElseThrow();
    String region = options.get("region", RegionCode.NATION.toString());
    StoryHttp http = new StoryHttp(url, new PlainExchange());
    StoryHttp.Reply reply =
        http.post(
            "/v1/officers",
            tokens.mint(ACTOR, Role.ADMIN, RegionCode.NATION, null, TOKEN_LIFETIME),
            Map.of(
                "login", login,
                "name", options.get("name", login),
                "duties", List.of(Map.of("role", Role.ADMIN.name(), "region", region))));
    if (reply.status() != CREATED) {
      System.err.println(reply.text("code") + " " + reply.text("detail"));
      return 1;
    }
    System.out.printf(
        """
        邀请码 invitation   %s   （有效至 until %s）
        设置密码 set the password: POST %s/v1/invitations/accept {"inviteCode": …, "password": …}
        """,
        reply.text("inviteCode"), reply.text("inviteExpiresAt"), url);
    return 0;
  }

  /** The server on this data folder, if there is one that answers. */
  private static Optional<String> runningServer() {
    Path instance = LocalTokens.dataFolder(System.getenv()).resolve("instance.json");
    try {
      if (!Files.exists(instance)) {
        return Optional.empty();
      }
      Matcher url = URL.matcher(Files.readString(instance));
      return url.find() && isAnswering(url.group(1)) ? Optional.of(url.group(1)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAnswering(String url) {
    try {
      return new StoryHttp(url, new PlainExchange()).get("/health", null).status() == OK;
    } catch (UncheckedIOException e) {
      // What a crash left behind names a server that is gone.
      return false;
    }
  }
}
