package org.yongjun.pass.venue;

import org.jspecify.annotations.Nullable;

/**
 * What somebody would pay without any programme.
 *
 * @param reason null where that is the list price
 */
public record PublicPrice(long fen, @Nullable Reason reason) {
  /** Why it is less than the list price. */
  public enum Reason {
    FREE_FOR_ALL,
    /** What everyone pays at present, or in a promotion with dates. */
    PROMOTION,
    AGE
  }
}
