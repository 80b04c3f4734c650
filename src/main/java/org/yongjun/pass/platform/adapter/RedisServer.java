package org.yongjun.pass.platform.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The embedded Redis: loopback only, with a password, every change appended to disk. */
final class RedisServer implements AutoCloseable {
  private final LoopbackPort running;
  private final String password;

  private RedisServer(LoopbackPort running, String password) {
    this.running = running;
    this.password = password;
  }

  static RedisServer start(DataFolder data, Path program) {
    Path folder = data.folder("redis");
    Path pidFile = folder.resolve("redis.pid");
    Path log = folder.resolve("redis.log");
    String password = Passwords.of(data, "redis");
    GuardedProcess.endLeftover(pidFile, program);
    LoopbackPort running =
        LoopbackPort.start(
            "Redis",
            port -> {
              Path settings = settings(folder, pidFile, port, password);
              return GuardedProcess.start(
                  List.of(program.toString(), settings.toString()), folder, log);
            },
            port -> answers(port, password),
            log);
    return new RedisServer(running, password);
  }

  /** For Lettuce: {@code redis://:password@host:port}. */
  String uri() {
    return "redis://:%s@%s:%d".formatted(password, LoopbackPort.HOST, running.port());
  }

  @Override
  public void close() {
    running.process().close();
  }

  /** A file, because everybody on the machine may read a process's command line. */
  private static Path settings(Path folder, Path pidFile, int port, String password) {
    String settings =
        """
        bind %s
        port %d
        requirepass %s
        dir "%s"
        pidfile "%s"
        appendonly yes
        save ""
        """
            .formatted(LoopbackPort.HOST, port, password, folder, pidFile);
    Path file = folder.resolve("redis.conf");
    try {
      Files.deleteIfExists(file);
      DataFolder.writePrivate(file, settings.getBytes(StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean answers(int port, String password) {
    String expected = "+OK\r\n+PONG\r\n";
    String request = "AUTH %s\r\nPING\r\n".formatted(password);
    return LoopbackPort.ask(port, request, expected.length()).equals(expected);
  }
}
