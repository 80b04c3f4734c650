package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.app.Story;

/**
 * Goal: the main job is done from end to end, and a second time on what the first left behind.
 * Method: the story that {@code infra/run} plays; it compares every sum with one computed by hand
 * and throws where one differs.
 */
class A01_TheStoryPlaysTest {
  @Test
  void storyPlaysTwiceOnOneServer() {
    for (int run = 0; run < 2; run++) {
      String printed = play();
      for (String sum : List.of("17.60", "17.96", "100168.88", "10余万元")) {
        assertTrue(printed.contains(sum), sum + " in\n" + printed);
      }
    }
  }

  private static String play() {
    AccessTokens tokens = PassServer.context().getBean(AccessTokens.class);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    new Story(
            PassServer.url(),
            Scene.EXCHANGE,
            tokens,
            new PrintStream(printed, true, StandardCharsets.UTF_8))
        .play();
    return printed.toString(StandardCharsets.UTF_8);
  }
}
