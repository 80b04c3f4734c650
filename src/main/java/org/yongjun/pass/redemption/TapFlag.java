package org.yongjun.pass.redemption;

/** What about a tap an office should look into. Stored by name: never rename. */
public enum TapFlag {
  /** Settled elsewhere before: it carries no visit and no value. */
  CONFLICT,
  /** Recorded beyond a limit that was used up. */
  OVER_LIMIT,
  /** The certificate or the entitlement has ended; the gate may not have known. */
  REVOKED_MEANWHILE,
  /** The venue was a partner then and is none now. */
  DELISTED_MEANWHILE,
  /** Let in although no benefit applied then: a fact without value. */
  NOT_ENTITLED,
  /** The server's price is another than the gate's. */
  PRICE_DIFFERS,
  /** The item wants a second person's approval, which a gate cannot have. */
  UNAPPROVED,
  /** Nobody compared the holder with a photo. */
  STAFF_CHECK_MISSING,
  /** A card has no counter: only the operator's word stands behind it. */
  UNPROVEN,
  /** Decided by a status list of more than a day. */
  AGED_LIST,
  /** Let in without a decision. */
  FAIL_OPEN,
  /** Times and sequence numbers of the terminal contradict each other. */
  SEQUENCE_REGRESSION,
  /** The terminal has used this sequence number for another event. */
  CLONED_TERMINAL,
  /** The terminal's clock is ahead of the server's. */
  CLOCK_SUSPECT,
  /** The same person elsewhere, sooner than anybody travels. */
  IMPOSSIBLE_TRAVEL,
  /** The client id came again with other content. */
  KEY_REUSED,
  /** Annulled later than a terminal may: the office can reverse it. */
  ANNUL_TOO_LATE,
  /** The passage that it names has never been told. */
  UNPAIRED,
  /** Another person left than had come in. */
  EXIT_OF_ANOTHER
}
