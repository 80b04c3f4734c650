package org.yongjun.pass.platform.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.platform.StartRefusedException;

/**
 * The folder that holds everything an instance with embedded services keeps. One process at a time
 * owns it, by a lock that the system releases however the process ends.
 */
public final class DataFolder implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String INSTANCE = "instance.json";

  private final Path folder;
  private final FileChannel lock;

  private DataFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Creates the folder where it is missing, readable by its owner alone, and takes the lock.
   *
   * @throws StartRefusedException if another process, or this one, has it already
   */
  public static DataFolder open(Path path) {
    try {
      Path folder = createPrivate(path.toAbsolutePath().normalize());
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw inUse(folder);
      }
      DataFolder opened = new DataFolder(folder, channel);
      opened.announce("");
      return opened;
    } catch (IOException e) {
      throw new StartRefusedException(
          "无法使用数据目录 %s：%s。请用 PASS_DATA 指定可写的目录。".formatted(path, e),
          "The data folder %s cannot be used: %s. Name a writable one by PASS_DATA."
              .formatted(path, e),
          e);
    }
  }

  public Path resolve(String name) {
    return folder.resolve(name);
  }

  /** The folder of that name within, created where it is missing. */
  public Path folder(String name) {
    try {
      return createPrivate(resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Tells a second start, and {@code infra/run}, where this instance answers.
   *
   * @param url empty while it does not answer yet
   */
  public void announce(String url) {
    String json = "{\"pid\":%d,\"url\":\"%s\"}%n".formatted(ProcessHandle.current().pid(), url);
    try {
      Files.writeString(resolve(INSTANCE), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The content of a file that only the owner may read; drawn and kept when it is asked for first.
   */
  byte[] secret(String name, Supplier<byte[]> draw) {
    Path file = resolve(name);
    try {
      if (!Files.exists(file)) {
        // A file that a crash left half-written must never be taken for the secret.
        Path partial = resolve(name + ".partial");
        Files.deleteIfExists(partial);
        writePrivate(partial, draw.get());
        Files.move(partial, file);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file that nobody but its owner could ever read; it must not exist yet. */
  static void writePrivate(Path file, byte[] content) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel =
        FileChannel.open(
            file,
            options,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(resolve(INSTANCE));
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path createPrivate(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // This very process holds it: the same answer as when another one does.
      return null;
    }
  }

  private static StartRefusedException inUse(Path folder) throws IOException {
    Path instance = folder.resolve(INSTANCE);
    String json = Files.exists(instance) ? Files.readString(instance).strip() : "{}";
    String pid = json.replaceFirst(".*\"pid\":(\\d+).*", "$1").replaceFirst("\\D.*", "?");
    return new StartRefusedException(
        "数据目录 %s 正由另一进程使用：%s。停止它：kill %s；或用 PASS_DATA 另指定目录。".formatted(folder, json, pid),
        "The data folder %s is in use by a running instance: %s. Stop that one by: kill %s - or name another folder by PASS_DATA."
            .formatted(folder, json, pid));
  }
}
