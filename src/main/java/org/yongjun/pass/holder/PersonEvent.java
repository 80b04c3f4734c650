package org.yongjun.pass.holder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Something that happened to a person.
 *
 * @param effectiveOn the first day on which it counts
 * @param clearDocument number or title of the paper that says so, of events that were recorded
 *     before papers were sealed; empty for all others
 * @param sealedDocument the same, sealed under the person's own key; null where it stands in clear,
 *     and where the person was erased before
 * @param holderClass present exactly for the kinds that name a class
 * @param otherRegion where a transfer goes to or comes from
 * @param homeRegion the person's home when it was recorded; of a transfer away, on the day before
 *     it
 * @param corrects the event that this one replaces
 */
public record PersonEvent(
    String id,
    String holderId,
    PersonEventKind kind,
    LocalDate effectiveOn,
    String clearDocument,
    byte @Nullable [] sealedDocument,
    Optional<HolderClass> holderClass,
    Optional<RegionCode> otherRegion,
    RegionCode homeRegion,
    Optional<String> corrects,
    String recordedBy,
    Instant recordedAt) {
  public static final int DOCUMENT_LENGTH_MAX = 120;

  /** How far ahead an event may be recorded. */
  public static final int DAYS_AHEAD_MAX = 366;

  /** What an office states of an event. */
  public record Draft(
      PersonEventKind kind,
      LocalDate effectiveOn,
      String document,
      Optional<HolderClass> holderClass,
      Optional<RegionCode> otherRegion,
      Optional<String> corrects) {
    @Override
    public String toString() {
      return "Draft[" + kind + "]";
    }
  }

  /** How far an event has come. Stored by name: never rename. */
  public enum State {
    /** Its day has not come. */
    PENDING,
    APPLIED,
    /** Replaced by a correction. */
    ANNULLED
  }

  /**
   * An event with its state.
   *
   * @param changed whether applying it changed the record
   */
  public record Kept(PersonEvent event, State state, boolean changed) {
    boolean isApplied() {
      return state == State.APPLIED;
    }
  }

  /** An event with the words of its paper, which are empty after the person's erasure. */
  public record Told(Kept kept, String document) {
    @Override
    public String toString() {
      return "Told[" + kept.event().id() + "]";
    }
  }

  /** Papers may name a court or a hospital. */
  @Override
  public String toString() {
    return "PersonEvent[" + id + "]";
  }
}
