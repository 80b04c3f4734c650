package org.yongjun.pass.venue;

import java.time.Instant;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;

/**
 * What the partners of a region may be, such as 拥军门店; it never changes.
 *
 * @param code unique over all regions: a-z, 0-9 and hyphens
 * @param region where there are partners of this class
 * @param redeems whether benefits are redeemed there; not where a plaque is for publicity or jobs
 */
public record PartnerClass(
    String code, RegionCode region, Text name, boolean redeems, Instant createdAt) {
  public static final String CODE_PATTERN = "[a-z0-9][a-z0-9-]{1,47}";
  public static final int PER_REGION_MAX = 200;
}
