package org.yongjun.pass.access;

/**
 * Knows which venues an account owns, in whichever of its duties it acts at the moment: nobody
 * decides on what is their own.
 */
@FunctionalInterface
public interface OwnedVenues {
  /** Whether the account has the duty of the venue's owner. */
  boolean isOwner(String accountId, String venueId);
}
