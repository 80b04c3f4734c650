package org.yongjun.pass.platform;

/** Tells a service that is down or busy for a moment from a fault of our own. */
@FunctionalInterface
public interface Unavailability {
  /** Whether the same request may succeed shortly, nothing of it having been done. */
  boolean isBehind(Throwable failure);

  /**
   * The service's own error codes in a failure, for a log line that must not have the message.
   * Empty where there are none.
   */
  default String codes(Throwable failure) {
    return "";
  }
}
