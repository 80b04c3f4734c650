package org.yongjun.pass.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.yongjun.pass.PassServer;

class FaultHandlerTest {
  private static final String SAID = "not acceptable: 龘靐齉";

  private final Logger logger = (Logger) LoggerFactory.getLogger(FaultHandler.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    logged.start();
    logger.addAppender(logged);
  }

  @AfterEach
  void listenNoMore() {
    logger.detachAppender(logged);
  }

  @Test
  void faultIsAnsweredAndLoggedWithoutItsMessage() {
    var answer =
        new FaultHandler(fault -> false)
            .handle(HttpRequest.GET("/"), new IllegalStateException(SAID));
    assertEquals(500, answer.code());
    assertFalse(answer.body().toString().contains(SAID));
    ILoggingEvent event = logged.list.getFirst();
    assertEquals(Level.ERROR, event.getLevel());
    String text =
        event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
    assertFalse(text.contains(SAID), text);
    assertTrue(text.contains("IllegalStateException"), text);
    assertTrue(text.contains("FaultHandlerTest"), text);
  }

  @Test
  void whatIsBusyIsAnsweredToComeAgain() {
    var answer =
        new FaultHandler(fault -> true)
            .handle(HttpRequest.GET("/"), new IllegalStateException(SAID));
    assertEquals(503, answer.code());
    assertTrue(answer.getHeaders().contains("Retry-After"));
    assertEquals(Level.WARN, logged.list.getFirst().getLevel());
    assertFalse(logged.list.getFirst().getFormattedMessage().contains(SAID));
  }

  @Test
  @SuppressWarnings("rawtypes")
  void serverAsksThisHandlerWhereThereIsNoOther() {
    ExceptionHandler found =
        PassServer.context()
            .getBean(
                ExceptionHandler.class,
                Qualifiers.byTypeArgumentsClosest(IllegalStateException.class, Object.class));
    assertInstanceOf(FaultHandler.class, found);
    assertEquals(List.of(), logged.list);
  }
}
