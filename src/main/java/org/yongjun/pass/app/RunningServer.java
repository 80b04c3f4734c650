package org.yongjun.pass.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.platform.adapter.EmbeddedServices;
import org.yongjun.pass.platform.adapter.LogCeiling;

/** A server that listens, with all that belongs to it. */
public final class RunningServer implements AutoCloseable {
  private final ApplicationContext context;
  private final EmbeddedServer server;
  private final Optional<EmbeddedServices> embedded;

  private RunningServer(ApplicationContext context) {
    this.context = context;
    this.embedded = context.findBean(EmbeddedServices.class);
    this.server = context.getBean(EmbeddedServer.class);
  }

  /**
   * Starts and returns when it listens.
   *
   * @param properties overrides of the configuration, by their dotted names
   */
  public static RunningServer start(Map<String, Object> properties) {
    LogCeiling.install();
    ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            // What cannot be put together shows at the start, not at somebody's request.
            .eagerInitSingletons(true)
            .properties(properties)
            .start();
    RunningServer running = new RunningServer(context);
    running.server.start();
    running.embedded.ifPresent(services -> services.data().announce(running.url()));
    return running;
  }

  public ApplicationContext context() {
    return context;
  }

  /** Without a slash at its end. */
  public String url() {
    return server.getURL().toString();
  }

  /** Stops listening, then the beans, then the embedded servers that the beans still needed. */
  @Override
  public void close() {
    server.stop();
    context.close();
    embedded.ifPresent(EmbeddedServices::close);
  }
}
