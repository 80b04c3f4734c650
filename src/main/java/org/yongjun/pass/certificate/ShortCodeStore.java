package org.yongjun.pass.certificate;

import java.time.Instant;
import java.util.Optional;

/** Keeps short codes by a keyed hash of their digits. */
public interface ShortCodeStore {
  /** False when the very digits were drawn before. */
  boolean insert(Row row);

  /** A code that has not expired. */
  Optional<Row> findLive(byte[] hash, Instant now);

  int countLive(String bindingId, Instant now);

  /** Removes codes that expired before {@code end}; returns how many. */
  int deleteExpired(Instant end, int most);

  /**
   * A short code without its digits.
   *
   * @param hash 32 bytes
   */
  record Row(String id, byte[] hash, String bindingId, Instant createdAt, Instant expiresAt) {}
}
