package org.yongjun.pass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Data folders for tests, below the build's own folder; they share the unpacked programs. */
public final class TestFolders {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path PROGRAMS = TARGET.resolve("test-programs");

  private TestFolders() {}

  /** A folder that no other test has, nor another run. */
  public static Path create(String name) {
    try {
      Path parent = Files.createDirectories(TARGET.resolve("test-data"));
      Path folder = Files.createTempDirectory(parent, name + "-");
      createShared(PROGRAMS);
      Files.createSymbolicLink(folder.resolve("programs"), PROGRAMS);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void createShared(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      // An earlier test made it.
      return;
    }
  }
}
