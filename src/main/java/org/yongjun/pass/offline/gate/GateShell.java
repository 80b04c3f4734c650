package org.yongjun.pass.offline.gate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.offline.bundle.JsonObject;
import org.yongjun.pass.offline.bundle.JsonText;

/**
 * A gate behind a scanner and a turnstile that speak lines: a code or a command comes in, one line
 * of JSON goes out for each, in the same order.
 */
final class GateShell {
  /** About thirty years. */
  static final long OFFSET_MAX = 1_000_000_000L;

  private static final long MILLIS_PER_SECOND = 1000;

  private final Gate gate;
  private final @Nullable GateHttp http;
  private final int batch;
  private final String name;
  private final PrintStream out;

  /**
   * @param http null for a gate without a network
   * @param batch how many taps are uploaded at once
   * @param name of the reader, where a line names none
   */
  GateShell(Gate gate, @Nullable GateHttp http, int batch, String name, PrintStream out) {
    this.gate = gate;
    this.http = http;
    this.batch = batch;
    this.name = name;
    this.out = out;
  }

  /**
   * Answers lines until they end.
   *
   * @param everySeconds how often to synchronise beside that; 0 for only when it is told to
   * @return whether the journal held to the end
   */
  boolean run(Lines lines, long everySeconds) throws IOException {
    if (http != null && everySeconds > 0) {
      synchroniseBeside(http, everySeconds);
    }
    for (String line = lines.next(); line != null; line = lines.next()) {
      try {
        print(answer(line));
      } catch (IllegalArgumentException wrong) {
        print(fault("WRONG_COMMAND"));
      } catch (IOException e) {
        print(fault("JOURNAL"));
        return false;
      }
    }
    return true;
  }

  private Map<String, Object> answer(String line) throws IOException {
    if (!line.startsWith("{")) {
      return decide(line, Passage.in(name));
    }
    JsonObject command = JsonText.read(line.getBytes(StandardCharsets.UTF_8));
    if (command.has("code")) {
      String direction = command.findText("direction");
      String reader = command.findText("gate");
      return decide(
          command.text("code"),
          new Passage(
              reader == null ? name : reader,
              direction == null ? Direction.IN : Direction.valueOf(direction),
              command.flag("staff")));
    }
    if (command.has("annul")) {
      return DecisionJson.of(gate.annul(command.text("annul")));
    }
    if (command.flag("tally")) {
      return DecisionJson.of(gate.tally());
    }
    if (command.flag("sync")) {
      return http == null ? fault("NO_NETWORK") : DecisionJson.of(http.sync(gate, batch));
    }
    return fault("WRONG_COMMAND");
  }

  private Map<String, Object> decide(String code, Passage passage) throws IOException {
    if (gate.bundle().isEmpty()) {
      return fault("NO_BUNDLE");
    }
    return DecisionJson.of(gate.decide(code, passage));
  }

  /** Nobody passes. */
  private static Map<String, Object> fault(String word) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("admitted", false);
    tree.put("opens", false);
    tree.put("fault", word);
    return tree;
  }

  private void print(Map<String, Object> tree) {
    out.println(DecisionJson.line(tree));
  }

  /** What it did is seen in the tally; what it could not do, the next time may. */
  private void synchroniseBeside(GateHttp server, long everySeconds) {
    Thread thread =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                try {
                  server.sync(gate, batch);
                  Thread.sleep(everySeconds * MILLIS_PER_SECOND);
                } catch (IOException e) {
                  // The journal failed; the next passage says so, by its own answer.
                  return;
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }
            },
            "gate-sync");
    thread.setDaemon(true);
    thread.start();
  }
}
