package org.yongjun.pass.platform.adapter;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server process that ends, cleanly, with this JVM, even if the JVM is killed: a guard reads from
 * a pipe that only this JVM holds open, and passes the end of the pipe on as TERM.
 */
final class GuardedProcess implements AutoCloseable {
  /** How long a server may take to write its data down before it is killed. */
  static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

  /**
   * $@ is the server. It gets neither the pipe nor the terminal; the second background job waits
   * for the pipe to end. The loop is there because a trapped signal interrupts {@code wait}.
   */
  private static final String GUARD =
      """
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      trap 'kill $server 2>/dev/null' TERM INT HUP
      { read -r _ <&3; kill $server 2>/dev/null; } &
      watch=$!
      exec 3<&-
      wait $server
      status=$?
      while kill -0 $server 2>/dev/null; do wait $server; done
      kill $watch 2>/dev/null
      exit $status
      """;

  private final Process guard;

  private GuardedProcess(Process guard) {
    this.guard = guard;
  }

  /**
   * Starts a server in a session of its own, so that Ctrl-C reaches this JVM alone.
   *
   * @param log gets what the server prints, appended
   */
  static GuardedProcess start(List<String> server, Path folder, Path log) {
    List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "guard"));
    command.addAll(server);
    File output = log.toFile();
    try {
      return new GuardedProcess(
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return guard.isAlive();
  }

  /** Ends the server and waits until it has ended. */
  @Override
  public void close() {
    List<ProcessHandle> family = guard.descendants().toList();
    try {
      guard.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!endsWithin(guard.toHandle(), STOP_PATIENCE)) {
      family.forEach(ProcessHandle::destroyForcibly);
      guard.destroyForcibly();
    }
  }

  /**
   * Ends a server that outlived its JVM. A process is taken for that only if it runs this very
   * program and the pid file names it; the caller holds the data folder's lock, so no living
   * instance can own it.
   */
  static void endLeftover(Path pidFile, Path program) {
    findLeftover(pidFile, program)
        .ifPresent(
            leftover -> {
              leftover.destroy();
              if (!endsWithin(leftover, STOP_PATIENCE)) {
                leftover.destroyForcibly();
                endsWithin(leftover, STOP_PATIENCE);
              }
            });
  }

  private static Optional<ProcessHandle> findLeftover(Path pidFile, Path program) {
    try {
      if (!Files.exists(pidFile)) {
        return Optional.empty();
      }
      String pid = Files.readString(pidFile).strip();
      if (!pid.matches("[1-9][0-9]{0,9}")) {
        return Optional.empty();
      }
      String command = program.toRealPath().toString();
      return ProcessHandle.of(Long.parseLong(pid))
          .filter(process -> process.info().command().filter(command::equals).isPresent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean endsWithin(ProcessHandle process, Duration patience) {
    CompletableFuture<ProcessHandle> end = process.onExit();
    try {
      end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
