package org.yongjun.pass.access;

import org.yongjun.pass.kernel.Text;

/** Sends short messages to phones. */
public interface Sms {
  /** Whether a sender is configured at all. */
  boolean isAvailable();

  /**
   * Hands the message over and returns at once, delivered or not: how long it took must not tell
   * the caller whether the phone is known.
   */
  void send(String phone, Text message);

  /** No sender is configured. */
  static Sms unavailable() {
    return new Sms() {
      @Override
      public boolean isAvailable() {
        return false;
      }

      @Override
      public void send(String phone, Text message) {
        throw new IllegalStateException("no sender of short messages is configured");
      }
    };
  }
}
