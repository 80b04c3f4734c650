package org.yongjun.pass.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Serves until it is told to stop. */
final class ServeCommand implements Command {
  @Override
  public String name() {
    return "serve";
  }

  @Override
  public String help() {
    return "启动服务（默认）  start the server (the default)";
  }

  @Override
  public int run(List<String> arguments) {
    if (!arguments.isEmpty()) {
      return Main.usage();
    }
    start(Map.of());
    return waitForEver();
  }

  /**
   * Starts, says where it listens and how to stop it, and stops in order when told to.
   *
   * @param properties overrides of the configuration
   */
  static RunningServer start(Map<String, Object> properties) {
    int port = ServerPort.choose(System.getenv());
    Map<String, Object> all = new HashMap<>(properties);
    all.put("micronaut.server.port", port);
    RunningServer server = RunningServer.start(all);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    long pid = ProcessHandle.current().pid();
    System.out.printf(
        "服务地址 %1$s （停止：Ctrl-C 或 kill %2$d）%nYongjun Pass listens on %1$s (stop: Ctrl-C, or kill"
            + " %2$d)%n",
        server.url(), pid);
    return server;
  }

  static int waitForEver() {
    try {
      new CountDownLatch(1).await();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
