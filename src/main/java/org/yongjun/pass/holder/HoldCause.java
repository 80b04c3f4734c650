package org.yongjun.pass.holder;

/** Why an entitlement is paused. Stored by name: never rename. */
public enum HoldCause {
  /** A decision of the office. */
  OFFICE,
  DECEASED,
  IMPRISONED,
  /** The person is of no class any more. */
  NO_CLASS
}
