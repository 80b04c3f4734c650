package org.yongjun.pass.offline.rule;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that an evaluation depends on, besides the items.
 *
 * @param parts one to {@link #PARTS_MAX} bill parts, for the holder and for companions; each label
 *     once per person
 * @param channel how it is paid or shown, an upper-case word; empty if not said
 * @param at the moment of use
 * @param usage what was used so far
 * @param visit what the visit that this bill continues has redeemed
 * @param online whether {@code holder} has all that the register knows, not only what a code says
 */
public record Situation(
    HolderFacts holder,
    VenueFacts venue,
    List<BillPart> parts,
    String channel,
    Instant at,
    Usage usage,
    VisitSoFar visit,
    boolean online) {
  /** Parts of one bill; their sums stay far inside a long. */
  public static final int PARTS_MAX = 64;

  public Situation {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || parts.size() > PARTS_MAX) {
      throw new IllegalArgumentException("a bill has 1 to " + PARTS_MAX + " parts");
    }
    Set<String> keys = new HashSet<>();
    for (BillPart part : parts) {
      if (!keys.add(part.key())) {
        throw new IllegalArgumentException("a bill has each label once per person");
      }
    }
  }

  /** With a bill that opens its visit. */
  public Situation(
      HolderFacts holder,
      VenueFacts venue,
      List<BillPart> parts,
      String channel,
      Instant at,
      Usage usage,
      boolean online) {
    this(holder, venue, parts, channel, at, usage, VisitSoFar.NEW, online);
  }
}
