package org.yongjun.pass.platform;

/** Derives keys of single purpose from the master key, which never leaves its holder. */
public interface KeyDerivation {
  /**
   * The same label gives the same bytes for as long as the master key stays (HKDF-SHA256, RFC
   * 5869).
   *
   * @param label names the purpose, for example {@code journal-row-mac}
   * @param lengthBytes 16 … 64
   */
  byte[] derive(String label, int lengthBytes);
}
