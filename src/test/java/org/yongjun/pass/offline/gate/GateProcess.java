package org.yongjun.pass.offline.gate;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.yongjun.pass.offline.bundle.JsonObject;
import org.yongjun.pass.offline.bundle.JsonText;

/**
 * The offline jar's command line in a process of its own, as a gate runs it: on the JVM that {@code
 * java} on the path is, with what the jar holds and its two libraries on the class path and nothing
 * else.
 */
public final class GateProcess implements AutoCloseable {
  private static final Path CLASSES = Path.of("target", "classes");
  private static final long PATIENCE_SECONDS = 120;
  private static final String SHIPPED = shipped();

  private final Process process;
  private final BufferedWriter in;
  private final BufferedReader out;
  private final Path errors;

  private GateProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts a command, such as {@code gate}. */
  public static GateProcess start(List<String> arguments) throws IOException {
    Path errors = Files.createTempFile(Path.of("target"), "gate-", ".log");
    List<String> command = new ArrayList<>(List.of("java", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(SHIPPED);
    command.add("org.yongjun.pass.offline.gate.Main");
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    return new GateProcess(builder.start(), errors);
  }

  /** Says one line, and returns the one that comes back. */
  public JsonObject say(String line) throws IOException {
    in.write(line);
    in.newLine();
    in.flush();
    String answer = out.readLine();
    if (answer == null) {
      throw new IllegalStateException("the gate has ended: " + errors());
    }
    return JsonText.read(answer.getBytes(StandardCharsets.UTF_8));
  }

  /** The input ends; returns the lines that are left and were not asked for. */
  public List<String> end() throws IOException {
    in.close();
    List<String> rest = out.lines().toList();
    await();
    return rest;
  }

  public int status() {
    await();
    return process.exitValue();
  }

  /** As {@code kill -9} does, or the power. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  public String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    await();
    Files.deleteIfExists(errors);
  }

  private void await() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the gate goes on running");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /**
   * What is in the jar, copied out of the compiled classes, and the libraries that go beside it.
   */
  private static String shipped() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "offline-classes-");
      for (String room : List.of("kernel", "offline")) {
        Path from = CLASSES.resolve("org/yongjun/pass").resolve(room);
        try (Stream<Path> files = Files.walk(from)) {
          for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
            Path to = folder.resolve(CLASSES.relativize(file));
            Files.createDirectories(Objects.requireNonNull(to.getParent()));
            Files.copy(file, to);
          }
        }
      }
      String classPath =
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
      List<String> entries = new ArrayList<>(List.of(folder.toString()));
      for (String library : List.of("bcprov-jdk18on", "jackson-core")) {
        entries.add(
            Stream.of(classPath.split(File.pathSeparator))
                .filter(entry -> Path.of(entry).getFileName().toString().startsWith(library))
                .findFirst()
                .orElseThrow());
      }
      return String.join(File.pathSeparator, entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
