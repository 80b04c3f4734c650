package org.yongjun.pass.offline.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.VenueFacts;

/**
 * What a bundle says about its venue. In a bundle against an earlier version a section that did not
 * change is null; in a whole one none is.
 *
 * @param venue what the rules may ask about the venue
 * @param items the benefits that a gate can decide for every holder
 * @param onlineItems the others of the venue: a gate answers NEEDS_NETWORK to who would get one
 * @param fares filed prices; at most {@link #FARES_MAX}
 * @param settings how the gates behave
 * @param regionNames of the regions that the items name
 */
public record BundleSections(
    @Nullable VenueFacts venue,
    @Nullable List<Item> items,
    @Nullable List<Item> onlineItems,
    @Nullable List<GateFare> fares,
    @Nullable GateSettings settings,
    @Nullable Map<RegionCode, Text> regionNames) {
  /** More than all catalogues and agreements of one venue hold. */
  public static final int ITEMS_MAX = 5_000;

  public static final int FARES_MAX = 200;
  public static final int REGIONS_MAX = 5_000;

  /**
   * A mark of the content per section, for those that are there; equal marks mean equal content.
   */
  public Map<String, String> marks() {
    JsonMembers members = new JsonMembers();
    PayloadJson.writeSections(members, this);
    Map<String, String> marks = new TreeMap<>();
    members.tree().forEach((section, tree) -> marks.put(section, hash(JsonText.write(tree))));
    return marks;
  }

  /** Those sections whose mark is not the known one; with nothing known, all. */
  public BundleSections changedSince(Map<String, String> known) {
    Map<String, String> marks = marks();
    Predicate<String> isNew = section -> !Objects.equals(marks.get(section), known.get(section));
    return new BundleSections(
        isNew.test("venue") ? venue : null,
        isNew.test("items") ? items : null,
        isNew.test("onlineItems") ? onlineItems : null,
        isNew.test("fares") ? fares : null,
        isNew.test("settings") ? settings : null,
        isNew.test("regionNames") ? regionNames : null);
  }

  private static String hash(byte[] json) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The same with the sections of an earlier version where this one has none. */
  BundleSections over(BundleSections before) {
    return new BundleSections(
        venue == null ? before.venue : venue,
        items == null ? before.items : items,
        onlineItems == null ? before.onlineItems : onlineItems,
        fares == null ? before.fares : fares,
        settings == null ? before.settings : settings,
        regionNames == null ? before.regionNames : regionNames);
  }

  boolean isWhole() {
    return venue != null
        && items != null
        && onlineItems != null
        && fares != null
        && settings != null
        && regionNames != null;
  }
}
