package org.yongjun.pass.verification;

import java.time.LocalDate;

/** Which codes have opened visits; answered by whoever keeps visits. */
public interface UsedCodes {
  /** Whether that code has opened a visit; never asked of cards. */
  boolean isUsed(int issuer, long bindingIndex, ShownAs shownAs);

  /** How many visits that card has opened on that day. */
  int countCardUses(int issuer, long bindingIndex, LocalDate day);
}
