package org.yongjun.pass.venue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yongjun.pass.kernel.RegionCode;

/**
 * A place or operator where benefits are redeemed.
 *
 * @param aLevel 0 unrated, 1–5 for A to AAAAA
 * @param tags names of the clusters and alliances it belongs to
 * @param stage where it stands as a partner; the state follows from it
 * @param tariff what the public pays
 * @param premises where it is and when it is open
 * @param version grows with each change; names the state that an ETag stands for
 */
public record Venue(
    String id,
    String name,
    VenueKind kind,
    RegionCode region,
    int aLevel,
    Ownership ownership,
    SortedSet<String> tags,
    VenueStage stage,
    State state,
    List<TariffLine> tariff,
    Premises premises,
    int version,
    Instant createdAt) {
  public static final int A_LEVEL_MAX = 5;

  /** Whether benefits can be redeemed here; they can where it is ACTIVE. */
  public enum State {
    /** Not a partner yet. */
    CANDIDATE,
    ACTIVE,
    /** A partner of a class that does not redeem, such as one for publicity. */
    NON_REDEEMING,
    SUSPENDED,
    DELISTED
  }

  public Venue {
    tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    tariff = List.copyOf(tariff);
  }

  /** What the public pays for the bill part of that label, if it is filed. */
  public Optional<TariffLine> findTariff(String label) {
    return tariff.stream().filter(line -> line.label().equals(label)).findFirst();
  }
}
