package org.yongjun.pass.offline.token;

/** What a listed key may sign. */
public enum KeyPurpose {
  /** Device-bound certificate blocks. */
  DYNAMIC,
  /** Blocks of static cards. */
  STATIC,
  /** Gate bundles. */
  BUNDLE,
  /** Status lists. */
  STATUS
}
