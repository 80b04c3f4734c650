package org.yongjun.pass.access.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code account}. The second {@code Nullable} is for micronaut-data, which does not see
 * JSpecify's on an array.
 */
@MappedEntity("account")
record AccountRow(
    @Id String id,
    String login,
    String name,
    String state,
    @Nullable String passwordHash,
    @jakarta.annotation.Nullable byte @Nullable [] totpSecret,
    long totpLastStep,
    int failedTries,
    @Nullable Instant lastTryAt,
    @jakarta.annotation.Nullable byte @Nullable [] inviteHash,
    @Nullable Instant inviteExpiresAt,
    Instant createdAt) {
  @Override
  public String toString() {
    return "AccountRow[" + id + "]";
  }
}
