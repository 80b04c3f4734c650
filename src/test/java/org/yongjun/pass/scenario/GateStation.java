package org.yongjun.pass.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.offline.bundle.JsonObject;
import org.yongjun.pass.offline.gate.GateProcess;

/**
 * A scenic spot whose cable car is entered through gates, each a process of the offline jar. A ride
 * costs 79.99; veterans pay half, 40.00, so each saves 39.99.
 */
final class GateStation {
  static final long LIST_FEN = 7_999;
  static final long PAYABLE_FEN = 4_000;
  static final long VALUE_FEN = 3_999;

  private final Scene scene;
  private final String url;
  private final Path rootKey;
  private final Path folder;
  private final String venueId;

  /**
   * @param data the server's data folder, where the public root key lies
   * @param folder where the gates keep what they know
   */
  GateStation(Scene scene, String url, Path data, Path folder) {
    this.scene = scene;
    this.url = url;
    this.rootKey = data.resolve("root-key.pub.json");
    this.folder = folder;
    this.venueId = scene.venue("SCENIC_SPOT");
    scene
        .http
        .put(
            "/v1/venues/" + venueId + "/tariff",
            scene.officer(Role.ADMIN, scene.city),
            Map.of("tariff", List.of(Map.of("label", "CABLE_CAR", "listFen", LIST_FEN))))
        .expect(200);
  }

  /** A gate whose clock is wrong by so much. */
  Turnstile gate(long clockOffsetSeconds) {
    String terminalId = scene.office.terminal(venueId, "gate", "GATE").id();
    return new Turnstile(terminalId, clockOffsetSeconds);
  }

  /** One gate, on and off. */
  final class Turnstile implements AutoCloseable {
    private final String terminalId;
    private final long clockOffsetSeconds;
    private final Path token;
    private Path state;
    private @Nullable GateProcess process;

    private Turnstile(String terminalId, long clockOffsetSeconds) {
      this.terminalId = terminalId;
      this.clockOffsetSeconds = clockOffsetSeconds;
      this.state = folder.resolve(terminalId);
      this.token = folder.resolve(terminalId + ".token");
      try {
        Files.writeString(token, scene.atVenue(terminalId, Role.GATE, venueId));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Shows a code; the gate may have to be started for it. */
    JsonObject show(String code) {
      return say(code);
    }

    JsonObject show(String code, String reader) {
      return say("{\"code\": \"" + code + "\", \"gate\": \"" + reader + "\"}");
    }

    JsonObject annul(String clientId) {
      return say("{\"annul\": \"" + clientId + "\"}");
    }

    /** Takes the newest bundle and uploads what is due. */
    JsonObject sync() {
      return say("{\"sync\": true}");
    }

    JsonObject tally() {
      return say("{\"tally\": true}");
    }

    long answered(String outcome) {
      return tally().object("answered").number(outcome);
    }

    /** As the power goes. */
    void kill() {
      if (process != null) {
        process.kill();
        close();
      }
    }

    /** A copy of what the gate knows, as somebody's backup has it. */
    Path backup() {
      Path copy = folder.resolve(terminalId + ".backup");
      kill();
      try (Stream<Path> files = Files.walk(state)) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(state.relativize(file)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return copy;
    }

    /** Goes on from a backup, as if what happened since had not been. */
    void restore(Path backup) {
      kill();
      state = backup;
    }

    @Override
    public void close() {
      if (process != null) {
        try {
          process.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        process = null;
      }
    }

    private JsonObject say(String line) {
      try {
        if (process == null) {
          process = GateProcess.start(command());
        }
        return process.say(line);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private List<String> command() {
      List<String> command = new ArrayList<>(List.of("gate", "--state", state.toString()));
      command.addAll(List.of("--root", rootKey.toString(), "--venue", venueId));
      command.addAll(List.of("--terminal", terminalId, "--sync", url));
      command.addAll(List.of("--token", token.toString(), "--batch", "500"));
      command.addAll(List.of("--clock-offset", Long.toString(clockOffsetSeconds)));
      return command;
    }
  }
}
