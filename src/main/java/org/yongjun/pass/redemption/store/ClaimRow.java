package org.yongjun.pass.redemption.store;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;

/** A row of {@code claim}; the answer is JSON. */
@MappedEntity("claim")
record ClaimRow(@EmbeddedId Key id, byte[] requestHash, String answer, Instant createdAt) {
  /** The terminal or officer, and the key that it drew. */
  @Embeddable
  record Key(
      @MappedProperty("actor") String actor,
      @MappedProperty("idempotency_key") String idempotencyKey) {}
}
