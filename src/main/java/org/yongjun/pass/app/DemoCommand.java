package org.yongjun.pass.app;

import java.util.List;
import java.util.Map;
import org.yongjun.pass.platform.KeyDerivation;

/** Starts the server, plays the main job over HTTP, and goes on serving. */
final class DemoCommand implements Command {
  static final String THEN_EXIT = "--story-then-exit";

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String help() {
    return "启动并演示主要流程  start and play the main job [" + THEN_EXIT + "]";
  }

  @Override
  public int run(List<String> arguments) {
    boolean thenExit = arguments.equals(List.of(THEN_EXIT));
    if (!thenExit && !arguments.isEmpty()) {
      return Main.usage();
    }
    RunningServer server =
        ServeCommand.start(
            // Sign-in codes are shown to whoever asks, so nobody outside this machine may ask.
            Map.of("pass.demo", true, "micronaut.server.host", "127.0.0.1"));
    KeyDerivation keys = server.context().getBean(KeyDerivation.class);
    new Story(server.url(), new PlainExchange(), LocalTokens.of(keys), System.out).play();
    if (thenExit) {
      server.close();
      return 0;
    }
    printWhereToLook(server.url());
    return ServeCommand.waitForEver();
  }

  static void printWhereToLook(String url) {
    System.out.printf(
        """

          接口文档 API page        %1$s/docs
          密钥列表 key list         %1$s/.well-known/yongjun-pass/keys
          本机令牌 a token          infra/run mint-token --role ADMIN --region 000000
          首位管理员 first admin   infra/run create-admin --login chief
          短信验证码 SMS code      curl -d '{"phone":"19900000001"}' -H "Content-Type: application/json" %1$s/v1/sessions/otp
                                  (then the same to %1$s/v1/demo/messages)
          今日数据 today's figures  curl -H "Authorization: Bearer $TOKEN" \
        "%1$s/v1/figures?region=000000&from=$(date +%%F)&to=$(date +%%F)&groupBy=VENUE"
          停止 stop                Ctrl-C, or kill %2$d
        """,
        url, ProcessHandle.current().pid());
  }
}
