package org.yongjun.pass.platform;

import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;

/**
 * A {@link ReasonCode} as the refusal of a call that was to change something. Refused by the state
 * of things is 409, refused by a rule or by the code itself is 422, an unreadable code is 400.
 */
public record RefusedReason(ReasonCode reason) implements RefusalCode {
  @Override
  public String name() {
    return reason.name();
  }

  @Override
  public int status() {
    return switch (reason) {
      case MALFORMED -> 400;
      case REVOKED, STATUS_TOO_OLD, REPLAYED, TOO_SOON, VENUE_NOT_ACTIVE -> 409;
      default -> 422;
    };
  }

  @Override
  public boolean isRetryable() {
    return reason.isRetryable();
  }

  @Override
  public Text text() {
    return reason.text();
  }
}
