package org.yongjun.pass.holder;

/** What can happen to a person that changes an entitlement or proves it. Stored by name. */
public enum PersonEventKind {
  DEATH,
  IMPRISONMENT,
  RELEASE,
  /** The home moves to another region; its office answers from then on. */
  TRANSFER_OUT,
  /** The receiving office's own record of an arrival; changes nothing by itself. */
  TRANSFER_IN,
  /** A class whose treatment was newly approved. */
  NEW_APPROVAL,
  CLASS_LOST,
  CLASS_GAINED,
  PROOF_OF_LIFE;

  /** The kinds that name a class. */
  public boolean isOfClass() {
    return this == NEW_APPROVAL || this == CLASS_LOST || this == CLASS_GAINED;
  }

  /** The kinds that name another region. */
  public boolean isOfTransfer() {
    return this == TRANSFER_OUT || this == TRANSFER_IN;
  }

  boolean isOfPrison() {
    return this == IMPRISONMENT || this == RELEASE;
  }
}
