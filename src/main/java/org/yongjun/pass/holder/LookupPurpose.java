package org.yongjun.pass.holder;

/** Why an officer looks a person up; the journal keeps it. Stored by name: never rename. */
public enum LookupPurpose {
  /** Somebody stands at the counter, or on the phone. */
  SERVICE,
  REGISTRATION,
  /** Checking entitlements, also in a campaign. */
  REVIEW,
  COMPLAINT,
  AUDIT,
  /** Misuse is suspected. */
  INVESTIGATION
}
