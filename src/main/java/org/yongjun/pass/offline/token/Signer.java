package org.yongjun.pass.offline.token;

/** Whoever holds a private key: a key in memory, a wrapped key, a security module. */
public interface Signer {
  Algorithm algorithm();

  /** The 64-byte signature over {@code message} in the format's form of the algorithm. */
  byte[] sign(byte[] message);
}
