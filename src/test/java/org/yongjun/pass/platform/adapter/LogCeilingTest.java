package org.yongjun.pass.platform.adapter;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.MarkerFilter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Marker;
import org.slf4j.helpers.BasicMarkerFactory;
import org.yongjun.pass.platform.StartRefusedException;

class LogCeilingTest {
  private final LoggerContext context = new LoggerContext();

  @BeforeEach
  void installAndTurnEverythingUp() {
    LogCeiling.install(context);
    context.getLogger("ROOT").setLevel(Level.TRACE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.netty.handler.logging.LoggingHandler",
        "io.micronaut.http.server.exceptions.ErrorExceptionHandler",
        "io.micronaut.data.query",
        "com.mysql.cj",
        "org.yongjun.passage",
        "a.library.of.tomorrow",
        "ROOT"
      })
  void librariesStayAtInfo(String name) {
    context.getLogger(name).setLevel(Level.TRACE);
    assertTrue(context.getLogger(name).isInfoEnabled());
    assertFalse(context.getLogger(name).isDebugEnabled());
    assertFalse(context.getLogger(name).isTraceEnabled());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"org.yongjun.pass.reporting.store.RollupSchedule", "com.zaxxer.hikari.pool"})
  void whatSeesNoPersonMayBeTurnedUp(String name) {
    assertTrue(context.getLogger(name).isTraceEnabled());
    context.getLogger(name).setLevel(Level.WARN);
    assertFalse(context.getLogger(name).isInfoEnabled());
  }

  @Test
  void newConfigurationDoesNotLiftTheCeiling() {
    for (int i = 0; i < 3; i++) {
      context.reset();
      LogCeiling.install(context);
      context.getLogger("ROOT").setLevel(Level.TRACE);
      librariesStayAtInfo("io.netty");
    }
    assertTrue(context.getTurboFilterList().size() == 1, "one ceiling is enough");
  }

  @Test
  void anotherFilterDoesNotLiftTheCeiling() {
    Marker marker = new BasicMarkerFactory().getMarker("wire");
    MarkerFilter accepting = new MarkerFilter();
    accepting.setMarker("wire");
    accepting.setOnMatch("ACCEPT");
    accepting.start();
    LoggerContext other = new LoggerContext();
    other.addTurboFilter(accepting);
    LogCeiling.install(other);
    assertFalse(other.getLogger("io.netty").isTraceEnabled(marker));
  }

  @Test
  void settingsThatLogRequestsAreRefused() {
    RefusedSettings.check(name -> Optional.empty());
    RefusedSettings.check(name -> Optional.of("false"));
    for (String setting :
        List.of("micronaut.server.netty.log-level", "micronaut.server.log-handled-exceptions")) {
      assertThrows(
          StartRefusedException.class, () -> RefusedSettings.check(name -> on(setting, name)));
    }
  }

  private static Optional<String> on(String setting, String name) {
    return name.equals(setting) ? Optional.of("TRUE") : Optional.empty();
  }
}
