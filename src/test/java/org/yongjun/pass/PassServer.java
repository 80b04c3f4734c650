package org.yongjun.pass;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.yongjun.pass.app.RunningServer;

/**
 * The server that the tests of one JVM share: started when a test asks for it first, stopped with
 * the JVM. Tests must not depend on its database being empty. Its database is the embedded one,
 * unless {@code infra/verify --database} names another kind.
 */
public final class PassServer {
  /** Tests are quicker than people; what limits do has tests of its own. */
  private static final int UNLIMITED = 1_000_000;

  private static final Path DATA = TestFolders.create("shared");
  private static final RunningServer SERVER = start();

  private PassServer() {}

  /** Without a slash at its end. */
  public static String url() {
    return SERVER.url();
  }

  public static ApplicationContext context() {
    return SERVER.context();
  }

  public static Path data() {
    return DATA;
  }

  /** A property that the context was configured with. */
  public static String property(String name) {
    return SERVER.context().getRequiredProperty(name, String.class);
  }

  private static RunningServer start() {
    Map<String, Object> settings = new HashMap<>(TestDatabase.settings(DATA));
    settings.put("pass.data", DATA.toString());
    settings.put("pass.demo", true);
    settings.put("micronaut.server.port", -1);
    for (String each : new String[] {"terminal", "holder", "office", "anonymous"}) {
      settings.put("pass.rate-limit." + each, UNLIMITED);
    }
    RunningServer server = RunningServer.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(PassServer::stop));
    return server;
  }

  private static void stop() {
    SERVER.close();
    TestFolders.delete(DATA);
  }
}
