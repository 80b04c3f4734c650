package org.yongjun.pass.offline.token;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The extension bytes of a block, which readers that do not know them ignore; empty today.
 *
 * @param bytes 0 … {@link #LENGTH_MAX} bytes
 */
public record Extension(byte[] bytes) {
  public static final int LENGTH_MAX = 32;
  public static final Extension NONE = new Extension(new byte[0]);

  public Extension {
    if (bytes.length > LENGTH_MAX) {
      throw new IllegalArgumentException("extension too long");
    }
    bytes = bytes.clone();
  }

  /** A copy of the bytes. */
  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  public int length() {
    return bytes.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Extension that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Extension[" + bytes.length + " bytes]";
  }
}
