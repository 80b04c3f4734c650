package org.yongjun.pass.platform.web;

import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;

/** Turns what a service answered into what a controller returns. */
public final class Answers {
  private Answers() {}

  /** The value, or the refusal as problem+json. */
  public static <T> T orThrow(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(Problem problem) -> throw new ProblemException(problem);
    };
  }

  public static ProblemException refuse(Problem problem) {
    return new ProblemException(problem);
  }
}
