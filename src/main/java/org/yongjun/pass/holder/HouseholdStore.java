package org.yongjun.pass.holder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Keeps households; writes in the caller's transaction. */
public interface HouseholdStore {
  void insert(Household household);

  Optional<Household> find(String householdId);

  /** Locks the person's row in the register until the transaction ends; the first statement. */
  void lockHolder(String holderId);

  /**
   * Whether the person belongs to any household on any day of the period, as it is at this moment;
   * what was found stays so until the caller's transaction ends.
   */
  boolean isTaken(String holderId, Period period);

  void insert(Membership membership);

  Optional<Membership> findMembership(String householdId, String membershipId);

  /** Lines of a household by id, ended ones too; at most {@code limit}, those that last longest. */
  List<Membership> listMembers(String householdId, int limit);

  /** False, and nothing written, when the line ends on that day or earlier already. */
  boolean end(String membershipId, LocalDate lastDay, Instant now);
}
