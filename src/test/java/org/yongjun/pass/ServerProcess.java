package org.yongjun.pass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yongjun.pass.app.Main;

/** The server in a process of its own, as an operator runs it. */
public final class ServerProcess implements AutoCloseable {
  /** For a machine that does much else; nothing is asserted of the time it takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private static final Pattern LISTENS = Pattern.compile("listens on (http://\\S+)");

  private final Process process;
  private final Path output;

  private ServerProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts it and returns at once.
   *
   * @param environment added to this process's own
   */
  public static ServerProcess start(Map<String, String> environment, String... arguments)
      throws IOException {
    return start(Main.class, environment, arguments);
  }

  /** As above, with another main class, which calls {@link Main} in the end. */
  public static ServerProcess start(
      Class<?> mainClass, Map<String, String> environment, String... arguments) throws IOException {
    Path output = Files.createTempFile(Path.of("target"), "server-", ".log");
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-cp",
            classPath,
            mainClass.getName());
    builder.command().addAll(List.of(arguments));
    for (String who : List.of("TERMINAL", "HOLDER", "OFFICE", "ANONYMOUS")) {
      builder.environment().put("PASS_RATE_LIMIT_" + who, "1000000");
    }
    builder.environment().put("PASS_DIRECT_PUBLICATION", "true");
    builder.environment().putAll(environment);
    return new ServerProcess(
        builder.redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Where it listens, as soon as it does. */
  public String url() throws IOException {
    await(() -> !process.isAlive() || LISTENS.matcher(output()).find());
    Matcher matcher = LISTENS.matcher(output());
    if (!matcher.find()) {
      throw new IllegalStateException("does not listen: " + output());
    }
    return matcher.group(1);
  }

  /** The exit status, when it has ended of itself. */
  public int exitStatus() {
    if (!await(PATIENCE, () -> !process.isAlive())) {
      throw new IllegalStateException("goes on running: " + output());
    }
    return process.exitValue();
  }

  /** All that it has printed. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
  }

  /** As {@code kill} does; returns when it has ended. */
  public void stop() {
    process.destroy();
    exitStatus();
  }

  @Override
  public void close() throws IOException {
    stop();
    Files.delete(output);
  }

  /** The HTTP status of a GET. */
  public static int status(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  /** Returns whether the condition came true in time. */
  public static boolean await(Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      if (condition.getAsBoolean()) {
        return true;
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return condition.getAsBoolean();
  }

  private static void await(BooleanSupplier condition) {
    if (!await(PATIENCE, condition)) {
      throw new IllegalStateException("waited in vain for " + PATIENCE);
    }
  }
}
