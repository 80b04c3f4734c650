package org.yongjun.pass.venue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps open calls, which never change, and applications, which are decided once. */
public interface VenueApplicationStore {
  void insert(VenueCall call, String openedBy, Instant openedAt);

  Optional<VenueCall> findCall(String callId);

  /** Calls of a region with an id after {@code afterId}, in the order of their ids. */
  List<VenueCall> listCalls(RegionCode region, String afterId, int limit);

  /** False where the venue has an undecided application for this class. */
  boolean insert(VenueApplication application);

  /** Classes that the venue was approved for since it was delisted last, if ever. */
  Set<String> listApproved(String venueId);

  boolean hasUndecided(String venueId, String partnerClass);

  Optional<VenueApplication> find(String applicationId);

  /** False where it was decided before. */
  boolean decide(
      String applicationId, VenueApplication.State state, VenueApplication.Decision decision);

  /** Applications with an id after {@code afterId}, in the order of their ids. */
  List<VenueApplication> list(Search search, String afterId, int limit);

  /**
   * Which applications are looked for.
   *
   * @param venueId only those of this venue
   */
  record Search(
      RegionCode region, Optional<String> venueId, Optional<VenueApplication.State> state) {}
}
