package org.yongjun.pass.certificate;

/** Publishes the signed key list. */
public interface KeyListPublisher {
  /**
   * A signed key list.
   *
   * @param compactJws a JWK set inside a compact JWS by the root key
   * @param version Unix seconds; grows with each change
   */
  record Published(String compactJws, long version) {}

  Published current();
}
