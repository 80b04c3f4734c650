package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.TestFolders;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Goal: a stranger who copies the lines of the README gets through the main job. Method: the fenced
 * blocks of the section, cut out of README.md and run by a shell, twice, as the README says that
 * they can be repeated; only the server and the office's token are the test's.
 */
class W01_TheReadmeWalkthroughRunsTest {
  private static final String SECTION = "## With curl alone";
  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CITY = Pattern.compile("\\bCITY=([0-9]{6})");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void everyLineRunsAndTheSumsAreRight() throws IOException, InterruptedException {
    String script = script();
    MatchResult city = CITY.matcher(script).results().findFirst().orElseThrow();
    for (int run = 0; run < 2; run++) {
      List<String> printed = run(script, RegionCode.of(city.group(1)));
      assertTrue(printed.contains("payable 17.60"), () -> "printed " + printed);
      assertTrue(printed.stream().anyMatch(line -> line.startsWith("repeated ")));
      assertTrue(printed.contains("second use REPLAYED"), () -> "printed " + printed);
      assertTrue(printed.contains("reversed 440"), () -> "printed " + printed);
      assertTrue(printed.stream().anyMatch(line -> line.matches("figure -?[0-9]+\\.[0-9]{2}")));
      assertTrue(printed.contains("holds True"), () -> "printed " + printed);
    }
  }

  private static String script() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf(SECTION);
    int to = readme.indexOf("\n## ", from);
    return BLOCK
        .matcher(readme.substring(from, to))
        .results()
        .map(block -> block.group(1))
        .collect(Collectors.joining());
  }

  private static List<String> run(String script, RegionCode city)
      throws IOException, InterruptedException {
    Path folder = TestFolders.create("walkthrough");
    try {
      Path file = Files.writeString(folder.resolve("walkthrough.sh"), script);
      Path printed = folder.resolve("printed");
      ProcessBuilder shell = new ProcessBuilder("sh", "-eu", file.toString());
      shell.environment().put("URL", PassServer.url());
      shell.environment().put("TOKEN", token(city));
      shell.environment().put("TMPDIR", folder.toString());
      shell.redirectErrorStream(true).redirectOutput(printed.toFile());
      Process process = shell.start();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the walkthrough does not end");
      }
      String text = Files.readString(printed);
      assertEquals(0, process.exitValue(), () -> "printed:\n" + text);
      return text.lines().toList();
    } finally {
      TestFolders.delete(folder);
    }
  }

  private static String token(RegionCode city) {
    AccessTokens tokens = PassServer.context().getBean(AccessTokens.class);
    return tokens.mint("walkthrough", Role.ADMIN, city, null, PATIENCE.multipliedBy(2));
  }
}
