package org.yongjun.pass.platform.adapter;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Keeps libraries from logging below INFO, whatever levels the operator gives them: below it they
 * print what passes through them, which is personal data, codes, tokens and passwords. Libraries
 * that see none of it are named here; what is not named is kept, so that a new library, or a new
 * logger of an old one, is kept as well. {@code src/docs/logging.md} tells operators.
 */
public final class LogCeiling extends TurboFilter implements LoggerContextListener {
  private static final Level CEILING = Level.INFO;

  private static final List<String> FREE =
      List.of(
          "org.yongjun.pass",
          "com.zaxxer.hikari.pool",
          "io.lettuce.core.protocol.ConnectionWatchdog",
          "io.micronaut.security.rules",
          "org.flywaydb.core.internal.command");

  private LogCeiling() {}

  /** Holds from now on, also after the logging is configured anew. */
  public static void install() {
    install((LoggerContext) LoggerFactory.getILoggerFactory());
  }

  static void install(LoggerContext context) {
    boolean isThere =
        context.getCopyOfListenerList().stream().anyMatch(LogCeiling.class::isInstance);
    if (!isThere) {
      LogCeiling ceiling = new LogCeiling();
      context.addListener(ceiling);
      ceiling.onReset(context);
    }
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable cause) {
    // Also where the logger's own level is higher: the filters after this one might accept.
    return level.isGreaterOrEqual(CEILING) || isFree(logger.getName())
        ? FilterReply.NEUTRAL
        : FilterReply.DENY;
  }

  private static boolean isFree(String name) {
    for (String each : FREE) {
      if (name.startsWith(each)
          && (name.length() == each.length() || name.charAt(each.length()) == '.')) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isResetResistant() {
    return true;
  }

  /** A reset removes all filters; first in the list, this one cannot be overruled by another. */
  @Override
  public void onReset(LoggerContext context) {
    setContext(context);
    start();
    context.getTurboFilterList().add(0, this);
  }

  @Override
  public void onStart(LoggerContext context) {
    // Nothing to do: what starts is in force already.
  }

  @Override
  public void onStop(LoggerContext context) {
    // Nothing to do: a stopped context logs nothing.
  }

  @Override
  public void onLevelChange(Logger logger, Level level) {
    // Nothing to do: no level matters to a logger that is kept.
  }
}
