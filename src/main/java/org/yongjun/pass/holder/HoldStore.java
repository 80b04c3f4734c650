package org.yongjun.pass.holder;

import java.time.Instant;
import java.util.Set;

/** Keeps why entitlements are paused; writes in the caller's transaction. */
public interface HoldStore {
  /** False where that cause was there before. */
  boolean put(String holderId, HoldCause cause, Instant now);

  /** False where there was no such cause. */
  boolean lift(String holderId, HoldCause cause);

  /**
   * All causes as they are at this moment, also where the caller's transaction began earlier;
   * locked until it ends.
   */
  Set<HoldCause> listOf(String holderId);
}
