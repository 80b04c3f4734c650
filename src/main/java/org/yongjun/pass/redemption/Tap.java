package org.yongjun.pass.redemption;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a gate or terminal says that happened in front of it while it decided by itself.
 *
 * @param clientId drawn before the first try; names this event of the terminal for ever
 * @param sequence rises from event to event of one terminal, over restarts too
 * @param code the whole text of the code; empty for an annulment
 * @param eventAt by the terminal's clock, to the second
 * @param label the bill part that was priced; empty where the item or the venue's tariff says it
 * @param decision what the terminal decided, as it says; the server's own evaluation is the price
 * @param names the client id of the passage that an exit or annulment is about; may be empty for an
 *     exit by another gate than the entrance, which is paired by the person
 * @param isWhole false where something of it could not be read: it is kept, and rejected
 */
public record Tap(
    Kind kind,
    String clientId,
    long sequence,
    String code,
    Instant eventAt,
    Optional<String> label,
    Decision decision,
    Set<Mark> marks,
    long bundleVersion,
    String names,
    boolean isWhole) {
  /** Stored by name: never rename. */
  public enum Kind {
    /** Somebody was let in. */
    PASS,
    /** Somebody left. */
    EXIT,
    /** The turnstile did not turn after all. */
    ANNUL
  }

  /** What the terminal says about how it decided. */
  public enum Mark {
    /** By a status list of more than a day. */
    AGED_LIST,
    /** It could not decide and let the person in, as its operator wants. */
    FAIL_OPEN,
    /** It is an online gate that got no answer in time. */
    FELL_BACK,
    /** Staff compared the holder with a photo. */
    STAFF_CHECKED,
    /** The person is inside until an exit is told. */
    EXIT_DUE
  }

  /**
   * The terminal's own decision.
   *
   * @param itemId empty where it let somebody in without any item
   */
  public record Decision(
      String itemId, int catalogueVersion, long listFen, long payableFen, long valueFen) {
    public static final Decision NONE = new Decision("", 0, 0, 0, 0);
  }

  public Tap {
    marks = Set.copyOf(marks);
  }

  /** What is left of an event of which only this could be read. */
  public static Tap unread(Kind kind, String clientId, long sequence, Instant eventAt) {
    return new Tap(
        kind,
        clientId,
        sequence,
        "",
        eventAt,
        Optional.empty(),
        Decision.NONE,
        Set.of(),
        0,
        "",
        false);
  }

  /** Without the code: nothing that could be logged shows it. */
  @Override
  public String toString() {
    return "Tap[" + kind + ", " + clientId + "]";
  }
}
