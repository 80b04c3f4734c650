package org.yongjun.pass.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class BareFaultTest {
  private static final String SAID = "Duplicate entry '130402190001147770'";

  @Test
  void faultTellsTypesAndPlacesAndNoMessage() {
    Exception sql = new SQLException(SAID, "23000", 1062);
    Exception failure = new IllegalStateException(SAID, sql);
    failure.addSuppressed(new IllegalArgumentException(SAID));
    StringWriter printed = new StringWriter();
    BareFault.of(failure).printStackTrace(new PrintWriter(printed));
    assertFalse(printed.toString().contains(SAID), printed.toString());
    assertTrue(printed.toString().startsWith("java.lang.IllegalStateException"));
    assertTrue(printed.toString().contains("at " + BareFaultTest.class.getName()));
    assertEquals(
        "java.lang.IllegalStateException ← java.sql.SQLException", BareFault.of(failure).chain());
  }

  @Test
  void chainThatGoesRoundEnds() {
    Exception first = new IllegalStateException(SAID);
    first.initCause(new IllegalArgumentException(SAID, first));
    assertEquals(10, BareFault.of(first).chain().split("←").length);
  }
}
