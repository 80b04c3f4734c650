package org.yongjun.pass.platform;

import org.jspecify.annotations.Nullable;

/**
 * A failure as logs may have it: the types of the exceptions and the places in the code, without
 * their messages, because the message of a library's exception may quote what it was given.
 */
public final class BareFault extends Exception {
  private static final long serialVersionUID = 1L;

  /** Longer chains are cut, which also ends one that goes round. */
  private static final int CAUSES_MAX = 10;

  private BareFault(Throwable failure, @Nullable BareFault cause) {
    super(failure.getClass().getName(), cause, false, true);
    setStackTrace(failure.getStackTrace());
  }

  public static BareFault of(Throwable failure) {
    return of(failure, 1);
  }

  private static BareFault of(Throwable failure, int depth) {
    Throwable cause = failure.getCause();
    return new BareFault(
        failure, cause == null || depth == CAUSES_MAX ? null : of(cause, depth + 1));
  }

  /** The types of the whole chain in one line. */
  public String chain() {
    return getCause() instanceof BareFault cause
        ? getMessage() + " ← " + cause.chain()
        : String.valueOf(getMessage());
  }

  /** The type alone: a stack trace begins with this. */
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
