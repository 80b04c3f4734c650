package org.yongjun.pass.card;

/** How an application was made. Stored by name: never rename. */
public enum CardChannel {
  /** By the holder. */
  SELF,
  /** At a counter. */
  COUNTER,
  /** By staff on the holder's behalf. */
  AGENT,
  /** At the holder's home. */
  HOME_VISIT,
  /** Known from the partner's own file. */
  PARTNER
}
