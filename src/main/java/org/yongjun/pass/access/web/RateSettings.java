package org.yongjun.pass.access.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.RateQuota;

/**
 * Requests a minute, by who makes them: a terminal or gate, a holder, anybody of an office or a
 * venue, or a network address that has not signed in.
 */
@ConfigurationProperties("pass.rate-limit")
record RateSettings(int terminal, int holder, int office, int anonymous) {
  RateQuota of(Role role) {
    return switch (role) {
      case TERMINAL, GATE -> new RateQuota("terminal", terminal);
      case HOLDER -> new RateQuota("holder", holder);
      case VENUE_OWNER, CLERK, REVIEWER, AUDITOR, ADMIN -> new RateQuota("office", office);
    };
  }

  RateQuota ofAnonymous() {
    return new RateQuota("anonymous", anonymous);
  }
}
