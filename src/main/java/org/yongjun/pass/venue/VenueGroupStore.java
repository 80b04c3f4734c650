package org.yongjun.pass.venue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps groups of venues, which never change; who is in them is a matter of steps. */
public interface VenueGroupStore {
  void insert(VenueGroup group, String createdBy, Instant createdAt);

  Optional<VenueGroup> find(String groupId);

  /** A group and how many members it has on a day. */
  record Sized(VenueGroup group, int members) {}

  /** Groups of a region with an id after {@code afterId}, in the order of their ids. */
  List<Sized> list(RegionCode region, LocalDate day, String afterId, int limit);
}
