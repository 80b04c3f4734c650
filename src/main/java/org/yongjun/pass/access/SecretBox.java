package org.yongjun.pass.access;

/** Seals secrets that the server itself must read again. */
public interface SecretBox {
  /**
   * Encrypts.
   *
   * @param owner the id that the sealed bytes are bound to
   */
  byte[] seal(String owner, byte[] secret);

  /** Throws {@link IllegalStateException} if the bytes were altered or are another owner's. */
  byte[] open(String owner, byte[] sealed);
}
