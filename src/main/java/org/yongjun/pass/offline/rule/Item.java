package org.yongjun.pass.offline.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;

/**
 * One benefit of a catalogue or of a merchant's agreement, in one immutable version.
 *
 * @param id stable over versions; the catalogue's code, a slash and the item's number
 * @param version 1 upwards
 * @param parts one to {@link #PARTS_MAX} rules, each label once
 * @param limits all of them hold
 * @param stackOrder 0: competes with other items, the best for the holder wins; 1 …: a further
 *     layer on top of the best item, in this order. Only sums off may be layers, so that two class
 *     discounts are never multiplied
 * @param synthetic whether its amounts are made up for a demonstration
 * @param extras what only some items say
 */
public record Item(
    String id,
    int version,
    Text title,
    Who who,
    Where where,
    When when,
    List<PartRule> parts,
    List<Limit> limits,
    int stackOrder,
    Proof proof,
    Source source,
    boolean synthetic,
    Extras extras) {
  public static final int PARTS_MAX = 20;
  public static final int LIMITS_MAX = 10;
  public static final int STACK_ORDER_MAX = 9;

  /**
   * What only some items say.
   *
   * @param bundle whether the parts are one entitlement that is redeemed part by part within one
   *     visit: each part once in a visit, and the visit is one use
   * @param companions what persons who come along get; null where they get nothing
   * @param fulfils the id of the item, of a public list, whose unquantified promise this one gives
   *     figures to; null where it fulfils none
   * @param survivorMayClaim whether a survivor may claim it for a holder who has died
   */
  public record Extras(
      boolean bundle,
      @Nullable Companions companions,
      @Nullable String fulfils,
      boolean survivorMayClaim) {
    public static final Extras NONE = new Extras(false, null, null, false);
  }

  public Item {
    parts = List.copyOf(parts);
    limits = List.copyOf(limits);
    if (version < 1 || stackOrder < 0 || stackOrder > STACK_ORDER_MAX) {
      throw new IllegalArgumentException("version or stack order out of range");
    }
    if (parts.isEmpty() || parts.size() > PARTS_MAX || limits.size() > LIMITS_MAX) {
      throw new IllegalArgumentException("number of parts or limits out of range");
    }
    Set<String> labels = new HashSet<>();
    for (PartRule part : parts) {
      if (!labels.add(part.label())) {
        throw new IllegalArgumentException("an item has each label once");
      }
    }
    List<PriceRule> rules = rulesOf(parts, extras.companions());
    if (stackOrder > 0 && !rules.stream().allMatch(PriceRule::isStackable)) {
      throw new IllegalArgumentException("only sums off may be layers");
    }
    boolean isPromise = rules.stream().anyMatch(PriceRule.Unquantified.class::isInstance);
    if (extras.fulfils() != null && (extras.fulfils().equals(id) || isPromise)) {
      throw new IllegalArgumentException("an item fulfils another one, by figures");
    }
    if (extras.bundle() && stackOrder > 0) {
      throw new IllegalArgumentException("a bundle is no layer");
    }
  }

  /** An item without anything special. */
  public Item(
      String id,
      int version,
      Text title,
      Who who,
      Where where,
      When when,
      List<PartRule> parts,
      List<Limit> limits,
      int stackOrder,
      Proof proof,
      Source source,
      boolean synthetic) {
    this(
        id,
        version,
        title,
        who,
        where,
        when,
        parts,
        limits,
        stackOrder,
        proof,
        source,
        synthetic,
        Extras.NONE);
  }

  private static List<PriceRule> rulesOf(List<PartRule> parts, @Nullable Companions companions) {
    List<PartRule> ofCompanions = companions == null ? List.of() : companions.parts();
    return Stream.concat(parts.stream(), ofCompanions.stream()).map(PartRule::rule).toList();
  }

  /** The rule for a part of a bill, of the holder or of a companion. */
  public Optional<PartRule> find(BillPart part) {
    Companions companions = extras.companions();
    if (part.companion() > 0) {
      return companions == null ? Optional.empty() : companions.find(part);
    }
    return parts.stream().filter(each -> each.label().equals(part.label())).findFirst();
  }

  /** The rule for the holder's own bill part with this label. */
  public Optional<PriceRule> findRule(String label) {
    return parts.stream()
        .filter(part -> part.label().equals(label))
        .map(PartRule::rule)
        .findFirst();
  }

  /** The code of the catalogue that the item stands in. */
  public String programme() {
    int slash = id.indexOf('/');
    return slash < 0 ? id : id.substring(0, slash);
  }

  /**
   * Whether a gate without network can decide the item for every holder: its condition asks only
   * what a code and a terminal say, its origin is no finer than the home that a code says (the
   * city, for serving members the province), and it needs no second approval. Limits do not matter:
   * a gate counts none, and overruns are flagged when its uses are uploaded. Where this is false, a
   * gate may still answer for some holders; for the others it answers NEEDS_NETWORK.
   */
  public boolean isDecidableOffline() {
    Condition condition = who.condition();
    return (condition == null || condition.isDecidableFromCode())
        && proof.approvalAboveFen() == null
        && who.origin().regions().stream().allMatch(this::isSaidByCodes);
  }

  private boolean isSaidByCodes(RegionCode region) {
    boolean isProvinceSaid = who.classes().has(HolderClass.SERVICEPERSON);
    return region.equals(isProvinceSaid ? region.province() : region.city());
  }

  /** Whether the age of a holder of these classes can decide it. */
  public boolean asksAge(HolderClasses classes) {
    Condition condition = who.condition();
    return condition != null && condition.asksAge() && !who.classes().and(classes).isEmpty();
  }

  boolean isLayer() {
    return stackOrder > 0;
  }
}
