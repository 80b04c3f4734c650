package org.yongjun.pass.platform.adapter;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.core.order.Ordered;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yongjun.pass.platform.StartRefusedException;

/**
 * Refuses to start with a setting that has requests logged by loggers, and at levels, that {@link
 * LogCeiling} must let pass. Runs before any server is started.
 */
@ContextConfigurer
public final class RefusedSettings implements ApplicationContextConfigurer {
  /** Netty's wire log, and the messages of refusals, which quote the input. */
  private static final List<String> NAMES =
      List.of("micronaut.server.netty.log-level", "micronaut.server.log-handled-exceptions");

  @Override
  public void configure(ApplicationContext context) {
    check(name -> context.getEnvironment().getProperty(name, String.class));
  }

  /**
   * @param settings what the configuration has under a name, if it has something
   */
  static void check(Function<String, Optional<String>> settings) {
    for (String name : NAMES) {
      if (!settings.apply(name).orElse("false").equalsIgnoreCase("false")) {
        throw new StartRefusedException(
            "请去掉配置 %s：它会把请求内容连同个人信息写入日志。".formatted(name),
            "Remove the setting %s: it would log what requests say, and with it personal data."
                .formatted(name));
      }
    }
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
