package org.yongjun.pass.offline.gate;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of bounded length, such as scanners send: the rest of a longer one is passed over. */
final class Lines {
  /** Longer than any code, so that what is cut off was none. */
  static final int LENGTH_MAX = 4096;

  private final Reader in;

  Lines(Reader in) {
    this.in = in;
  }

  /** The next line without its end; null at the end of the input. */
  @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    int character = in.read();
    if (character < 0) {
      return null;
    }
    while (character >= 0 && character != '\n') {
      if (line.length() < LENGTH_MAX && character != '\r') {
        line.append((char) character);
      }
      character = in.read();
    }
    return line.toString();
  }
}
