package org.yongjun.pass.platform.web;

import org.yongjun.pass.platform.Problem;

/** Carries a refusal from a controller to the handler that answers it; never leaves this layer. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    // No stack trace: this is an answer, not a bug.
    super(problem.code().name(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
