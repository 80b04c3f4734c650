package org.yongjun.pass.offline.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The last good bundle, which survives power loss: the newest key list, a whole bundle and the
 * changes since, one JWS a line, every signature of which is checked again when it is read. The
 * file is replaced as a whole: written beside, forced to the disk, renamed. One thread at a time.
 */
public final class BundleFile {
  /** After so many changes a gate asks for a whole bundle again. */
  static final int CHANGES_MAX = 64;

  /** And at the latest after a day of changes. */
  static final long CHANGES_SECONDS = 24 * 3600;

  /** Two of the largest bundles; a longer file is none of ours. */
  static final long FILE_BYTES_MAX = 2L * BundleReader.BYTES_MAX;

  private final Path file;
  private final BundleReader reader;
  private List<String> lines = new ArrayList<>();
  private long wholeSeconds;
  private @Nullable GateBundle current;

  private BundleFile(Path file, BundleReader reader) {
    this.file = file;
    this.reader = reader;
  }

  /**
   * Opens the file, which need not exist; its folder must. Of a file that does not hold to its end
   * the part that does counts.
   */
  public static BundleFile open(Path file, BundleReader reader) throws IOException {
    BundleFile opened = new BundleFile(file, reader);
    if (Files.exists(file) && Files.size(file) <= FILE_BYTES_MAX) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      opened.replay(List.of(text.split("\n")));
    }
    return opened;
  }

  /** The bundle that holds; the caller asks it whether its time is over. */
  public Optional<GateBundle> current() {
    return Optional.ofNullable(current);
  }

  /** The version to ask for changes since; empty where a whole bundle is needed. */
  public OptionalLong since() {
    GateBundle held = current;
    boolean isLong =
        held == null
            || lines.size() > CHANGES_MAX
            || held.serverTimeSeconds() - wholeSeconds > CHANGES_SECONDS;
    return isLong ? OptionalLong.empty() : OptionalLong.of(held.version());
  }

  /**
   * Reads a bundle, and keeps it where it is accepted.
   *
   * @param jws as the server answered
   * @param nowSeconds the gate's time in Unix seconds
   * @throws IOException where it cannot be kept; then what held before still holds
   */
  public BundleReading take(byte[] jws, long nowSeconds) throws IOException {
    BundleReading reading = reader.read(jws, current, nowSeconds);
    if (reading instanceof BundleReading.Accepted accepted) {
      GateBundle bundle = accepted.bundle();
      List<String> next = bundle.head().isWhole() ? new ArrayList<>() : new ArrayList<>(lines);
      next.add(new String(jws, StandardCharsets.ISO_8859_1));
      write(bundle.readKeyList().jws() + "\n" + String.join("\n", next));
      hold(bundle, next);
    }
    return reading;
  }

  private void replay(List<String> stored) {
    Optional<ReadKeyList> keys = reader.readKeyList(stored.get(0));
    if (keys.isEmpty()) {
      return;
    }
    List<String> held = new ArrayList<>();
    for (String line : stored.subList(1, stored.size())) {
      byte[] jws = line.getBytes(StandardCharsets.ISO_8859_1);
      BundleReading reading = reader.readAgain(jws, current, keys.get());
      if (!(reading instanceof BundleReading.Accepted accepted)) {
        return;
      }
      held.add(line);
      hold(accepted.bundle(), new ArrayList<>(held));
    }
  }

  private void hold(GateBundle bundle, List<String> next) {
    if (bundle.head().isWhole()) {
      wholeSeconds = bundle.serverTimeSeconds();
    }
    current = bundle;
    lines = next;
  }

  private void write(String text) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    // The new name itself is only safe once the folder is on the disk.
    try (FileChannel folder =
        FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}
