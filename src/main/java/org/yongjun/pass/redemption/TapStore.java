package org.yongjun.pass.redemption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps taps, their flags, and what waits to be paired; writes in the caller's transaction. */
public interface TapStore {
  /** A tap as it stands, with what was flagged. */
  record Found(RecordedTap recorded, Set<TapFlag> flags) {}

  /** A flag on a tap. */
  record Flagged(String id, TapFlag flag, Instant flaggedAt, String state, RecordedTap recorded) {}

  /** When and where somebody was seen. */
  record Sighting(String person, String venueId, Instant at) {}

  /** A sequence number of a terminal, and when it was used. */
  record Step(long sequence, Instant at) {}

  /** False when one of their client ids or sequence numbers was taken. */
  boolean insert(List<RecordedTap> taps);

  /** Flags a tap; does nothing where it is flagged so. */
  void flag(RecordedTap recorded, TapFlag flag, Instant at);

  /** The same for new taps, which have no flags yet. */
  void flagNew(RecordedTap recorded, Set<TapFlag> flags, Instant at);

  Optional<Found> find(String terminalId, String clientId);

  /**
   * @param clientIds at most {@link Taps#IDS_PER_READ}
   */
  List<Found> list(String terminalId, Collection<String> clientIds);

  /** How often the terminal has used the sequence number. */
  int countSequence(String terminalId, long sequence);

  /** The steps of a terminal from the one before {@code first} to the one after {@code last}. */
  List<Step> listSteps(String terminalId, long first, long last);

  /** Where these persons were seen elsewhere within the span. */
  List<Sighting> listSightings(
      Collection<String> persons, String otherThanVenueId, Instant from, Instant to);

  /** The visit that a code or card has opened. */
  Optional<String> findVisit(int issuer, long bindingIndex, String useKey);

  void await(RecordedTap recorded, Instant since);

  /** False when somebody else has paired it already. */
  boolean endWaiting(String tapId);

  /**
   * What of a terminal waits for one of these passages by its name.
   *
   * @param clientIds the passages', at most {@link Taps#IDS_PER_READ}
   */
  List<RecordedTap> listWaitingFor(String terminalId, Collection<String> clientIds);

  /**
   * What of one kind waits since before a moment, of all terminals, in the order of ids.
   *
   * @param afterId where the page before ended; empty for the first
   */
  List<RecordedTap> listWaiting(Tap.Kind kind, Instant before, String afterId, int limit);

  /** The last passage of a person into a venue before a moment. */
  Optional<RecordedTap> findLastPass(String person, String venueId, Instant before, Instant since);

  /** Notes that somebody is inside. */
  void openStay(RecordedTap pass);

  /** Notes when somebody left; does nothing where an exit was noted. */
  void closeStay(RecordedTap pass, RecordedTap exit);

  /**
   * Ends stays that began before a day, without a duration.
   *
   * @return how many, at most {@code limit}
   */
  int closeStaysBefore(LocalDate day, int limit);

  /** Flags of a region after an id, in the order of ids. */
  List<Flagged> listFlags(RegionCode scope, Optional<TapFlag> only, String afterId, int limit);

  /** What the terminals of a region told of events of these days, after a terminal, by id. */
  List<TapSums> sum(
      RegionCode scope, LocalDate from, LocalDate to, String afterTerminalId, int limit);
}
