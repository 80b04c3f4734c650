package org.yongjun.pass.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;

/**
 * What an officer or a venue owner signs in with.
 *
 * @param login unique, lower case
 * @param duties the roles in which this person may act, at least one
 */
public record Account(
    String id, String login, String name, State state, List<Duty> duties, Instant createdAt) {
  public static final int NAME_LENGTH_MAX = 60;
  public static final int DUTIES_MAX = 10;

  /** Stored by name: never rename. */
  public enum State {
    /** Has no password yet. */
    INVITED,
    ACTIVE,
    SUSPENDED
  }

  /**
   * One role with its scope.
   *
   * @param region what the officer answers for, or the venue's region
   * @param venueId an owner's venue, otherwise null
   */
  public record Duty(Role role, RegionCode region, @Nullable String venueId) {
    /** Names this duty among the account's others; opaque to clients. */
    String choiceId() {
      return role + ":" + region + (venueId == null ? "" : ":" + venueId);
    }
  }

  public Account {
    duties = List.copyOf(duties);
  }

  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
