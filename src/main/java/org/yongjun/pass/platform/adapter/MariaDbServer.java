package org.yongjun.pass.platform.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yongjun.pass.platform.StartRefusedException;

/**
 * The embedded MariaDB: loopback only, one database, a user that migrates it and a user for the
 * application that owns no privilege until a migration grants it.
 */
final class MariaDbServer implements AutoCloseable {
  static final String DATABASE = "yongjun_pass";
  static final String MIGRATION_USER = "pass_migrate";
  static final String APPLICATION_USER = "pass_app";

  private final LoopbackPort running;

  private MariaDbServer(LoopbackPort running) {
    this.running = running;
  }

  /**
   * @param base the unpacked MariaDB
   */
  static MariaDbServer start(DataFolder data, Path base) {
    Path folder = data.folder("mariadb");
    Path pidFile = folder.resolve("mariadbd.pid");
    Path log = folder.resolve("mariadbd.log");
    GuardedProcess.endLeftover(pidFile, base.resolve("bin/mariadbd"));
    try {
      Path rows = installOnce(base, folder, log);
      Path users = writeUsers(data, folder);
      LoopbackPort running =
          LoopbackPort.start(
              "MariaDB",
              port -> GuardedProcess.start(command(base, rows, users, pidFile, port), folder, log),
              port -> !LoopbackPort.ask(port, "", 1).isEmpty(),
              log);
      Files.delete(users);
      return new MariaDbServer(running);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parameters of the connection are set in application.yml, alike for any server. */
  String url() {
    return "jdbc:mysql://%s:%d/%s".formatted(LoopbackPort.HOST, running.port(), DATABASE);
  }

  @Override
  public void close() {
    running.process().close();
  }

  /** Under a temporary name first, so that an interrupted installation is begun anew. */
  private static Path installOnce(Path base, Path folder, Path log) throws IOException {
    Path rows = folder.resolve("data");
    if (Files.isDirectory(rows)) {
      return rows;
    }
    Path partial = folder.resolve("data.partial");
    BinaryUnpacker.delete(partial);
    List<String> command =
        new ArrayList<>(
            List.of(
                "sh",
                base.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                // Without it, a machine that cannot resolve its own name is turned away.
                "--force",
                "--basedir=" + base,
                "--datadir=" + partial,
                // Root comes in by the socket in our private folder, never by the network.
                "--auth-root-authentication-method=socket",
                "--skip-test-db",
                "--skip-name-resolve"));
    addUser(command);
    Process installation =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    if (installation.onExit().join().exitValue() != 0) {
      throw new StartRefusedException(
          "内置 MariaDB 初始化失败，原因见 %s。".formatted(log),
          "The embedded MariaDB could not be set up; %s says why.".formatted(log));
    }
    Files.move(partial, rows);
    return rows;
  }

  private static List<String> command(Path base, Path rows, Path users, Path pidFile, int port) {
    List<String> command =
        new ArrayList<>(
            List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + rows,
                // Relative to the data: the length of a socket's path is limited to 107 bytes.
                "--socket=server.sock",
                "--pid-file=" + pidFile,
                "--port=" + port,
                "--bind-address=" + LoopbackPort.HOST,
                "--skip-name-resolve",
                // Drawing a TLS key at each start costs seconds, and loopback needs none.
                "--skip-ssl",
                "--init-file=" + users,
                "--innodb-log-file-size=32M",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--local-infile=0",
                "--max-connections=200"));
    addUser(command);
    return command;
  }

  private static void addUser(List<String> command) {
    // MariaDB refuses to run as root unless it is told to.
    try {
      if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
        command.add("--user=root");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * MariaDB runs this file at each start, one statement a line. The underscore of the database's
   * name is escaped, because GRANT reads it as a wildcard.
   */
  private static Path writeUsers(DataFolder data, Path folder) throws IOException {
    String pattern = DATABASE.replace("_", "\\_");
    String statements =
        """
        CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
        CREATE USER IF NOT EXISTS '%2$s'@'%%';
        CREATE USER IF NOT EXISTS '%3$s'@'%%';
        ALTER USER '%2$s'@'%%' IDENTIFIED BY '%4$s';
        ALTER USER '%3$s'@'%%' IDENTIFIED BY '%5$s';
        GRANT ALL PRIVILEGES ON `%6$s`.* TO '%2$s'@'%%' WITH GRANT OPTION;
        """
            .formatted(
                DATABASE,
                MIGRATION_USER,
                APPLICATION_USER,
                Passwords.of(data, MIGRATION_USER),
                Passwords.of(data, APPLICATION_USER),
                pattern);
    Path file = folder.resolve("users.sql");
    Files.deleteIfExists(file);
    DataFolder.writePrivate(file, statements.getBytes(StandardCharsets.UTF_8));
    return file;
  }
}
