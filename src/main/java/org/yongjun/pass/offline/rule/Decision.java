package org.yongjun.pass.offline.rule;

import org.yongjun.pass.kernel.Text;

/**
 * What one clause answers.
 *
 * @param sentence the clause in words; for a failure what would have to be different
 */
public record Decision(State state, Text sentence) {
  /** More answers than two, because nobody guesses what is not known. */
  public enum State {
    HELD,
    FAILED,
    /** Only the register knows. */
    UNDECIDED,
    /** Not even the register knows: not met, and neither is the contrary. */
    UNKNOWN
  }

  static Decision held(Text sentence) {
    return new Decision(State.HELD, sentence);
  }

  static Decision failed(Text sentence) {
    return new Decision(State.FAILED, sentence);
  }

  static Decision undecided(Text sentence) {
    return new Decision(State.UNDECIDED, sentence);
  }

  /** Held or failed by a fact that is there. */
  static Decision of(boolean held, Text sentence) {
    return held ? held(sentence) : failed(sentence);
  }

  /** Not held by what is known: failed if everything is known, otherwise undecided. */
  static Decision notFound(Situation situation, Text sentence) {
    return situation.online() ? failed(sentence) : undecided(sentence);
  }

  /** Not held because nobody knows the fact; offline, somebody may. */
  static Decision notKnown(Situation situation, Text sentence) {
    return situation.online() ? new Decision(State.UNKNOWN, sentence) : undecided(sentence);
  }

  /** The same answer in other words. */
  Decision saying(Text other) {
    return new Decision(state, other);
  }

  /** What is only done online. */
  static Decision notUnlessOnline(Situation situation, Text sentence) {
    return situation.online() ? held(sentence) : undecided(sentence);
  }

  boolean isHeld() {
    return state == State.HELD;
  }

  /** Whether the clause is certainly not met. */
  boolean isFailed() {
    return state == State.FAILED || state == State.UNKNOWN;
  }

  boolean isUnknown() {
    return state == State.UNKNOWN;
  }
}
