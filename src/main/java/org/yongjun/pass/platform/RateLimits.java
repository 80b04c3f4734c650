package org.yongjun.pass.platform;

import java.util.Optional;

/** Counts requests for all instances together. */
public interface RateLimits {
  /**
   * Takes one request off the subject's quota.
   *
   * @param subject whom the quota is counted for, unique under the quota's name
   * @return empty where counting is out of order, which refuses nobody
   */
  Optional<RateStanding> take(RateQuota quota, String subject);
}
