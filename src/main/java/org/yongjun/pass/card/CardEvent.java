package org.yongjun.pass.card;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of an application.
 *
 * @param number from 1, without gaps
 * @param problems codes of what went wrong
 * @param sealedNotes remark and documents under the person's key; null where there are none
 */
public record CardEvent(
    int number,
    CardStage stage,
    LocalDate day,
    String actor,
    List<String> problems,
    byte @Nullable [] sealedNotes) {
  public static final int PROBLEMS_MAX = 6;

  public CardEvent {
    problems = List.copyOf(problems);
  }

  @Override
  public String toString() {
    return "CardEvent[" + number + ", " + stage + "]";
  }
}
