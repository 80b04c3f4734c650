package org.yongjun.pass.holder;

import java.time.Instant;

/**
 * A person's place on a member list or in a household, for some days.
 *
 * @param of the list's code or the household's id
 */
public record Membership(
    String id, String of, String holderId, Period period, Instant createdAt, Instant updatedAt) {
  /** Where a person serves may be told by it. */
  @Override
  public String toString() {
    return "Membership[" + id + "]";
  }
}
