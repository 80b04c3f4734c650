package org.yongjun.pass.offline.rule;

import org.yongjun.pass.kernel.Text;

/**
 * What one clause answers.
 *
 * @param sentence the clause in words; for a failure what would have to be different
 */
public record Decision(State state, Text sentence) {
  /** Three answers, because a gate never guesses what only the register knows. */
  public enum State {
    HELD,
    FAILED,
    UNDECIDED
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

  /** What is only done online. */
  static Decision notUnlessOnline(Situation situation, Text sentence) {
    return situation.online() ? held(sentence) : undecided(sentence);
  }

  boolean isHeld() {
    return state == State.HELD;
  }

  boolean isFailed() {
    return state == State.FAILED;
  }
}
