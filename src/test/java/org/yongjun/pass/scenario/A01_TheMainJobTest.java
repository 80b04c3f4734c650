package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.app.Story;

/**
 * Goal: the story of the main job comes to the sums that its comments compute by hand. Method: play
 * it twice on one server, every exchange held against the contract.
 */
class A01_TheMainJobTest {
  @Test
  void theStoryComesToItsSumsAlsoWhenToldAgain() {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    for (int i = 0; i < 2; i++) {
      new Story(
              PassServer.url(),
              Scene.EXCHANGE,
              PassServer.context().getBean(AccessTokens.class),
              new PrintStream(told, true, StandardCharsets.UTF_8))
          .play();
    }
    assertTrue(told.toString(StandardCharsets.UTF_8).contains("10余万元"));
  }
}
