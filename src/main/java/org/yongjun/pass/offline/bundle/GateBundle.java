package org.yongjun.pass.offline.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.offline.token.KeyList;

/**
 * Everything that a gate needs to decide, and every signature of which held: only {@link
 * BundleReader} makes one. Immutable and thread-safe.
 */
public final class GateBundle {
  private final BundleHead head;
  private final ReadKeyList keyList;
  private final GateStatuses statuses;
  private final BundleSections sections;

  GateBundle(BundleHead head, ReadKeyList keyList, GateStatuses statuses, BundleSections sections) {
    if (!sections.isWhole()) {
      throw new IllegalArgumentException("a section is missing");
    }
    this.head = head;
    this.keyList = keyList;
    this.statuses = statuses;
    this.sections = sections;
  }

  /** Unix seconds, rising per venue. */
  public long version() {
    return head.version();
  }

  /** When the server signed it, in Unix seconds. */
  public long serverTimeSeconds() {
    return head.serverTimeSeconds();
  }

  /** From then on it decides nothing. */
  public long expiresSeconds() {
    return head.expiresSeconds();
  }

  public boolean isExpired(long nowSeconds) {
    return nowSeconds >= head.expiresSeconds();
  }

  public GateTerminal terminal() {
    return head.terminal();
  }

  /** What the rules may ask about the venue; not active where its gates must stop. */
  public VenueFacts venue() {
    return Objects.requireNonNull(sections.venue());
  }

  /** The issuers' keys, by which codes are checked. */
  public KeyList keyList() {
    return keyList;
  }

  public GateStatuses statuses() {
    return statuses;
  }

  /** The benefits that a gate can decide for every holder, also those that begin soon. */
  public List<Item> items() {
    return Objects.requireNonNull(sections.items());
  }

  /** The benefits that only the server can decide for some holders. */
  public List<Item> onlineItems() {
    return Objects.requireNonNull(sections.onlineItems());
  }

  /**
   * What the evaluator is given at that moment, each item in one version: of those that are in
   * force {@link #items()} and {@link #onlineItems()}, which it answers by NEEDS_NETWORK where
   * nothing else applies.
   */
  public List<Item> listItems(Instant at) {
    List<Item> all = new ArrayList<>(items());
    all.addAll(onlineItems());
    Set<String> inForce =
        all.stream()
            .filter(item -> item.when().isInForce(at))
            .map(Item::id)
            .collect(Collectors.toSet());
    // Of several versions the one in force counts; an item that has only others explains itself.
    return all.stream()
        .filter(item -> item.when().isInForce(at) || !inForce.contains(item.id()))
        .collect(Collectors.toUnmodifiableList());
  }

  /** Filed prices. */
  public List<GateFare> fares() {
    return Objects.requireNonNull(sections.fares());
  }

  /** What a passage is billed as; empty where the venue has filed no price for it. */
  public Optional<GateFare> findPassage() {
    String label = settings().passageLabel();
    return fares().stream().filter(fare -> label == null || fare.label().equals(label)).findFirst();
  }

  public GateSettings settings() {
    return Objects.requireNonNull(sections.settings());
  }

  /** A region's name as far as the bundle says it, else its code. */
  public Text nameOf(RegionCode region) {
    Text name = Objects.requireNonNull(sections.regionNames()).get(region);
    return name == null ? new Text(region.toString(), region.toString()) : name;
  }

  BundleHead head() {
    return head;
  }

  ReadKeyList readKeyList() {
    return keyList;
  }

  BundleSections sections() {
    return sections;
  }

  @Override
  public String toString() {
    return "GateBundle[" + head.version() + "]";
  }
}
