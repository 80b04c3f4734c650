package org.yongjun.pass.holder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps member lists; writes in the caller's transaction. */
public interface MemberListStore {
  /** False, and nothing written, when there is a list of that code. */
  boolean insert(MemberList list);

  Optional<MemberList> find(String code);

  /** At most {@code limit} lists kept inside {@code scope}, by code. */
  List<MemberList> listIn(RegionCode scope, String afterCode, int limit);

  /** False, and nothing written, when that person has a line of that first day on the list. */
  boolean insert(Membership membership);

  Optional<Membership> findMembership(String listCode, String membershipId);

  Optional<Membership> findMembership(String listCode, String holderId, LocalDate from);

  /** Lines that hold on {@code day}, by id. */
  List<Membership> listMembers(String listCode, LocalDate day, String afterId, int limit);

  /** False, and nothing written, when the line ends on that day or earlier already. */
  boolean end(String membershipId, LocalDate lastDay, Instant now);

  /**
   * Ends all lines of a person on lists whose region has {@code left} inside it or lies in it, and
   * does not have {@code arrived} inside it. The lines keep which event ended them, and their last
   * day before it.
   */
  List<Moved> endOnMove(Move move, LocalDate lastDay, Instant now);

  /** Gives the lines that an event ended, and nobody since, their last day back. */
  List<Moved> reopen(String eventId, Instant now);

  /** Who moves from where to where, by which event. */
  record Move(String eventId, String holderId, RegionCode left, RegionCode arrived) {}

  /** A line whose last day a move changed, and the region that keeps its list. */
  record Moved(String membershipId, RegionCode region, LocalDate lastDay) {}
}
