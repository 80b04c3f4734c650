package org.yongjun.pass.platform;

/** Derives the keys of this installation from its one master key. */
@FunctionalInterface
public interface KeyDerivation {
  /** The longest key that may be asked for. */
  int MAX_LENGTH_BYTES = 64;

  /**
   * The key that belongs to a label: always the same for this installation, and independent of the
   * keys of other labels (HKDF-SHA256, RFC 5869, no salt).
   *
   * @param label names the use, for example {@code journal/row-mac/1}
   * @param lengthBytes 1 to {@value #MAX_LENGTH_BYTES}
   * @throws IllegalArgumentException if the label is empty or the length is out of bounds
   */
  byte[] derive(String label, int lengthBytes);
}
