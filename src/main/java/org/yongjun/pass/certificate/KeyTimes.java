package org.yongjun.pass.certificate;

import java.time.Duration;
import org.yongjun.pass.offline.token.KeyPurpose;

/** How long keys sign and stay listed. Source: token specification, “Key list”. */
final class KeyTimes {
  /** So long before its last signature a key has a successor … */
  static final Duration SUCCEEDED_BEFORE = Duration.ofDays(7);

  /** … which readers get to know for a day before it signs. */
  static final Duration LISTED_BEFORE_SIGNING = Duration.ofDays(1);

  private KeyTimes() {}

  static Duration signing(KeyPurpose purpose) {
    return purpose == KeyPurpose.STATIC ? Duration.ofDays(365) : Duration.ofDays(90);
  }

  /** Until what it signed last has run out. */
  static Duration listedAfterSigning(KeyPurpose purpose) {
    return switch (purpose) {
      case DYNAMIC -> Certificates.LIFETIME;
      case STATIC -> Cards.LIFETIME;
      case BUNDLE, STATUS -> Duration.ofDays(7);
    };
  }
}
