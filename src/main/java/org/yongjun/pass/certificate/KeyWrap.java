package org.yongjun.pass.certificate;

/** Wraps private keys for storage, under a key that the database does not have. */
public interface KeyWrap {
  /**
   * @param associatedData what the wrapped key belongs to; unwrapping needs the same
   */
  byte[] wrap(byte[] privateKey, byte[] associatedData);

  /** Throws {@link IllegalStateException} where the master key is another or the bytes changed. */
  byte[] unwrap(byte[] wrapped, byte[] associatedData);
}
