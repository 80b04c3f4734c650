package org.yongjun.pass.scenario;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yongjun.pass.app.Main;

/** The server, which in the end says something by each of these loggers, once high, once low. */
public final class LoudMain {
  /** Loggers that the product lets be turned up. */
  static final List<String> FREE =
      List.of(
          "org.yongjun.pass.holder.web.HolderController",
          "com.zaxxer.hikari.pool.HikariPool",
          "io.lettuce.core.protocol.ConnectionWatchdog",
          "io.micronaut.security.rules.AbstractSecurityRule",
          "org.flywaydb.core.internal.command.DbMigrate");

  /** Loggers that print what passes through them. */
  static final List<String> KEPT =
      List.of(
          "com.mysql.cj",
          "io.lettuce.core.protocol.CommandEncoder",
          "io.micronaut.context.event.ApplicationEventPublisher",
          "io.micronaut.data.query",
          "io.micronaut.http.server.exceptions.ErrorExceptionHandler",
          "io.micronaut.inject",
          "io.micronaut.security.token.reader.HttpHeaderTokenReader",
          "io.netty.handler.logging.LoggingHandler",
          "reactor.core");

  private LoudMain() {}

  public static void main(String[] arguments) {
    Runtime.getRuntime().addShutdownHook(new Thread(LoudMain::speak));
    Main.main(arguments);
  }

  static String high(String logger) {
    return "HIGH-MARKER-31337 of " + logger;
  }

  static String low(String logger) {
    return "LOW-MARKER-31337 of " + logger;
  }

  private static void speak() {
    for (List<String> loggers : List.of(FREE, KEPT)) {
      for (String name : loggers) {
        Logger logger = LoggerFactory.getLogger(name);
        logger.info(high(name));
        logger.trace(low(name));
      }
    }
  }
}
