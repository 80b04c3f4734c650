package org.yongjun.pass.access;

import java.time.Instant;

/** Keeps one sign-in code per phone, as keyed hashes; each change is one conditional statement. */
public interface OtpStore {
  /** Keeps a code in place of any earlier one. */
  void put(byte[] phoneHash, byte[] codeHash, int tries, Instant expiresAt);

  /** Takes a try; false when no unspent code with a try left is kept. */
  boolean takeTry(byte[] phoneHash, Instant now);

  /** Gives a try back if the code is the right one; false otherwise. */
  boolean returnTry(byte[] phoneHash, byte[] codeHash, Instant now);

  /** Spends the code; false when it is not the right one, or spent. */
  boolean spend(byte[] phoneHash, byte[] codeHash, Instant now);
}
