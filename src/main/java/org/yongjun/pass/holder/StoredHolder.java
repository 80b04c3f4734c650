package org.yongjun.pass.holder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A holder as the store keeps it.
 *
 * @param person null once the personal data is erased
 */
public record StoredHolder(
    HolderRecord holder, @Nullable StoredPerson person, Instant createdAt, Instant updatedAt) {
  /** Personal data in sealed form with the hashes that find it. */
  public record StoredPerson(PersonDigests digests, SealedPerson sealed) {}
}
