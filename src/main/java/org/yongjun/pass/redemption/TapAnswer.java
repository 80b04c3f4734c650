package org.yongjun.pass.redemption;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of one tap of a batch.
 *
 * @param clientId as it was sent
 * @param reasons reason codes and flags, the gravest first; empty where all is well
 */
public record TapAnswer(
    String clientId, Outcome outcome, List<String> reasons, Optional<String> redemptionId) {
  /** How it was taken. */
  public enum Outcome {
    RECORDED,
    /** Recorded before; the other parts of the answer are those of then. */
    DUPLICATE,
    /** Not recorded as a passage: another terminal's word of the same code was first. */
    CONFLICT,
    /** Not recorded as a passage, for good. */
    REJECTED,
    /** Recorded, and an office will look into it. */
    FLAGGED
  }

  /** Cannot be read as a tap; recorded where it can be told which event it is. */
  public static final String INVALID_ITEM = "INVALID_ITEM";

  /** Happened longer ago than the server takes. */
  public static final String EVENT_TOO_OLD = "EVENT_TOO_OLD";

  /** Lies in the future. */
  public static final String EVENT_IN_FUTURE = "EVENT_IN_FUTURE";

  public TapAnswer {
    reasons = List.copyOf(reasons);
  }

  static TapAnswer of(RecordedTap recorded, Set<TapFlag> flags, boolean isRepeat) {
    List<String> reasons = new ArrayList<>();
    if (!recorded.reason().isEmpty()) {
      reasons.add(recorded.reason());
    }
    new TreeSet<>(flags)
        .stream().filter(flag -> flag != TapFlag.CONFLICT).map(TapFlag::name).forEach(reasons::add);
    String redemptionId = recorded.settlement().redemptionId();
    return new TapAnswer(
        recorded.tap().clientId(),
        outcome(recorded, flags, isRepeat),
        reasons,
        redemptionId.isEmpty() ? Optional.empty() : Optional.of(redemptionId));
  }

  private static Outcome outcome(RecordedTap recorded, Set<TapFlag> flags, boolean isRepeat) {
    return switch (recorded.standing()) {
      case REJECTED -> Outcome.REJECTED;
      case CONFLICT -> Outcome.CONFLICT;
      case SETTLED ->
          isRepeat ? Outcome.DUPLICATE : flags.isEmpty() ? Outcome.RECORDED : Outcome.FLAGGED;
    };
  }

  static TapAnswer rejected(String clientId, String reason) {
    return new TapAnswer(clientId, Outcome.REJECTED, List.of(reason), Optional.empty());
  }

  /** The client id stands for something else. */
  static TapAnswer keyReused(String clientId) {
    return new TapAnswer(
        clientId, Outcome.CONFLICT, List.of(TapFlag.KEY_REUSED.name()), Optional.empty());
  }
}
