package org.yongjun.pass.limit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.yongjun.pass.kernel.RegionCode;

/**
 * A use of a limited item that is kept for one person for some minutes (预留): its charges are taken
 * when it is made, so that nobody else gets them meanwhile.
 *
 * @param person the pseudonym that the ledger would have
 * @param region the venue's
 * @param valueFen the most that the item gives on the bill that was foreseen
 * @param day the business day on which it was made, which it does not outlive
 * @param attempt 1 for the person's first reservation of the item on that day
 * @param charges in the order of locking, at least one
 * @param redemptionId what it was redeemed by; empty where it was not
 */
public record Reservation(
    String id,
    Request request,
    String person,
    String venueId,
    RegionCode region,
    String itemId,
    int itemVersion,
    long valueFen,
    LocalDate day,
    int attempt,
    List<Charge> charges,
    State state,
    String redemptionId,
    Instant madeAt,
    Instant expiresAt) {
  /** Attempts of a person for one item on one day: whoever lets two run out may try once more. */
  public static final int ATTEMPTS_PER_DAY = 3;

  /** Stored by name: never rename. */
  public enum State {
    /** Nobody else gets what it keeps; it may be redeemed until somebody has ended it. */
    HELD,
    REDEEMED,
    /** Given up by whoever made it. */
    RELEASED,
    EXPIRED
  }

  /**
   * What was asked for, and under which key.
   *
   * @param actor a person's pseudonym or a terminal's id, to whom the key belongs for ever
   * @param content the request in one line: the same key with other content is refused
   */
  public record Request(String actor, String key, String content) {
    public static final int CONTENT_LENGTH_MAX = 255;
  }

  public Reservation {
    charges = charges.stream().sorted(Comparator.comparing(Charge::key)).toList();
  }

  /** What of a counter is this person's own, where each bill adds to it. */
  long takenOf(LimitKey key) {
    return charges.stream()
        .filter(charge -> charge.key().equals(key) && !charge.member().equals(person))
        .mapToLong(Charge::amount)
        .sum();
  }

  /** The same after it has ended. */
  public Reservation ended(State how) {
    return new Reservation(
        id,
        request,
        person,
        venueId,
        region,
        itemId,
        itemVersion,
        valueFen,
        day,
        attempt,
        charges,
        how,
        redemptionId,
        madeAt,
        expiresAt);
  }
}
