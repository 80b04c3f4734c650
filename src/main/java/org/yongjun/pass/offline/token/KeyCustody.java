package org.yongjun.pass.offline.token;

import java.util.Optional;

/** Where a phone keeps its private key, declared in the order of their two-bit codes. */
public enum KeyCustody {
  SOFTWARE,
  /** A trusted execution environment. */
  TEE,
  SECURE_ELEMENT;

  private static final KeyCustody[] BY_CODE = values();

  int code() {
    return ordinal();
  }

  static Optional<KeyCustody> findByCode(int code) {
    return code >= 0 && code < BY_CODE.length ? Optional.of(BY_CODE[code]) : Optional.empty();
  }
}
