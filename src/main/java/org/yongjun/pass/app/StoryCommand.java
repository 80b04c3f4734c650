package org.yongjun.pass.app;

import java.util.List;

/** Plays the main job against the server that runs on this data folder. */
public final class StoryCommand implements Command {
  @Override
  public String name() {
    return "story";
  }

  @Override
  public String help() {
    return "对运行中的服务演示主要流程  play the main job against a running server: --url URL";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.size() != 2 || !arguments.getFirst().equals("--url")) {
      return Main.usage();
    }
    String url = arguments.get(1);
    new Story(url, new PlainExchange(), LocalTokens.of(System.getenv()), System.out).play();
    return 0;
  }
}
