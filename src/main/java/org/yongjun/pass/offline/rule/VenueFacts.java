package org.yongjun.pass.offline.rule;

import java.util.Set;
import org.yongjun.pass.kernel.RegionCode;

/**
 * What the rules may ask about a venue.
 *
 * @param kind the venue's kind, an upper-case word of the venue register
 * @param region where the venue is, at county level where known
 * @param aLevel the scenic rating 1 … 5 (5A), 0 without one
 * @param ownership an upper-case word of the venue register, empty if not recorded
 * @param tags clusters, alliances, accreditations
 * @param active whether the venue takes part at this time
 */
public record VenueFacts(
    String id,
    String kind,
    RegionCode region,
    int aLevel,
    String ownership,
    Set<String> tags,
    boolean active) {
  public static final int A_LEVEL_MAX = 5;

  public VenueFacts {
    if (aLevel < 0 || aLevel > A_LEVEL_MAX) {
      throw new IllegalArgumentException("A-level out of range");
    }
    tags = Set.copyOf(tags);
  }
}
