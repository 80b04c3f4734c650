package org.yongjun.pass.offline.gate;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.offline.verify.ReplayKey;

/** One entry of a gate's journal. Times are the gate's own, in Unix seconds. */
public sealed interface GateEntry {
  /** When it was written, by the gate's clock. */
  long timeSeconds();

  /**
   * Somebody was let in or out: a fact that is uploaded.
   *
   * @param direction in or out
   * @param clientId names the tap for ever; drawn before anything else is done
   * @param gate at which reader of the station
   * @param code the whole code, for the server to verify again
   * @param person who passed
   * @param bindingIndex of the phone or the card
   * @param replayKey of a dynamic code; null for a static card
   * @param spentUntilSeconds the last second at which that code could be shown again
   * @param grant what was granted; null for a way out
   * @param flags what was unusual
   * @param bundleVersion of the bundle that it was decided by
   * @param names the entry that a way out belongs to, null where it is not known here
   */
  record Passed(
      long timeSeconds,
      Direction direction,
      String clientId,
      String gate,
      String code,
      Person person,
      long bindingIndex,
      @Nullable ReplayKey replayKey,
      long spentUntilSeconds,
      @Nullable Grant grant,
      Set<GateFlag> flags,
      long bundleVersion,
      @Nullable String names)
      implements GateEntry {
    public Passed {
      flags = Set.copyOf(flags);
    }

    /** Says nothing about the holder. */
    @Override
    public String toString() {
      return "Passed[" + direction + ", " + clientId + "]";
    }
  }

  /** The turnstile did not turn: the entry of that client id is taken back. */
  record Annulled(long timeSeconds, String clientId, String names) implements GateEntry {}

  /** Nobody passed. No code is kept: nothing of an unverified code is ever stored. */
  record Refused(long timeSeconds, String gate, Direction direction, ReasonCode reason)
      implements GateEntry {}

  /**
   * A bundle was taken.
   *
   * @param version of the bundle
   * @param steppedToSeconds the signed time to which the gate's clock went back; 0 where it did not
   */
  record BundleTaken(long timeSeconds, long version, long steppedToSeconds) implements GateEntry {}

  /**
   * The server has answered every tap up to a number.
   *
   * @param throughNumber the highest number whose tap, and all before it, are answered
   */
  record Acknowledged(long timeSeconds, long throughNumber, UploadCounts counts)
      implements GateEntry {}

  /** The journal was found damaged. */
  record Damaged(long timeSeconds, JournalDamage damage) implements GateEntry {}

  /** Files whose entries were answered and are old were removed, up to that number. */
  record Removed(long timeSeconds, long throughNumber) implements GateEntry {}

  /** One person: the same on every phone and card. */
  record Person(int issuer, HolderTag holderTag) {
    /** Says nothing about the holder. */
    @Override
    public String toString() {
      return "Person";
    }
  }

  /**
   * What a passage gave.
   *
   * @param itemId the item that decided
   * @param itemVersion its version in the catalogue
   * @param label the bill part that was priced
   * @param listFen list price
   * @param payableFen what is to be paid
   * @param valueFen benefit value
   */
  record Grant(
      String itemId, int itemVersion, String label, long listFen, long payableFen, long valueFen) {}
}
