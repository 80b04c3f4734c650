package org.yongjun.pass.holder;

/** Whether a holder's certificates may be issued and used. Stored by name: never rename. */
public enum HolderStatus {
  ACTIVE,
  /** Paused by an office; can become active again. */
  SUSPENDED,
  /** Entitlement ended for good. */
  REVOKED
}
