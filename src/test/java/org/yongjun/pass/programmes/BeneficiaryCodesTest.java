package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.kernel.HolderClass;

/**
 * The one table from the reports' groups to classes and conditions, and that every bundled item
 * keeps to it.
 */
class BeneficiaryCodesTest {
  private static final Map<String, Code> CODES = read();

  /**
   * @param condition the predicate that an item for this group must ask for, or empty
   */
  private record Code(Set<String> classes, String condition, String list, boolean everyone) {
    /** Whether an item with these conditions may be for this group. */
    boolean fits(BundledItem item) {
      if (everyone) {
        return true;
      }
      return condition.isEmpty()
          || item.conditions().stream()
              .anyMatch(
                  each ->
                      condition.equals(each.get("kind"))
                          && (list.isEmpty() || each.get("list").toString().endsWith("-" + list)));
    }
  }

  @Test
  void everyGroupOfTheCoreRowsStandsInTheTableAndNoOther() {
    Set<String> named = new TreeSet<>();
    CoreRow.listAll().forEach(row -> named.addAll(row.entitled()));
    assertEquals(named, new TreeSet<>(CODES.keySet()));
    assertEquals(26, named.size());
  }

  @Test
  void classesOfTheTableAreThoseThatACodeCarries() {
    for (Map.Entry<String, Code> each : CODES.entrySet()) {
      each.getValue().classes().forEach(HolderClass::valueOf);
    }
    // Groups that are no class: what they share a class with, only a list can tell.
    for (String group : List.of("KOREA_VET", "GARRISON", "SPOUSE", "CHILD", "HARDSHIP")) {
      assertEquals("MEMBER_OF", CODES.get(group).condition(), group);
    }
  }

  @Test
  void everyBundledItemIsForGroupsOfItsRowsAndForNobodyElse() {
    List<String> faults = new ArrayList<>();
    for (BundledItem item : BundledItem.listAll()) {
      List<Code> groups =
          item.references().stream()
              .map(id -> CoreRow.find(id).orElseThrow(() -> new AssertionError("no row " + id)))
              .filter(CoreRow::isBenefit)
              .flatMap(row -> row.entitled().stream())
              .map(code -> Objects.requireNonNull(CODES.get(code), code))
              .filter(code -> code.fits(item))
              .toList();
      Set<String> allowed = new HashSet<>();
      groups.forEach(code -> allowed.addAll(code.classes()));
      boolean forEveryone = groups.stream().anyMatch(Code::everyone);
      if (!forEveryone && !allowed.containsAll(item.classes())) {
        faults.add(item.id() + " is for " + item.classes() + ", its rows for " + allowed);
      }
    }
    assertTrue(faults.isEmpty(), String.join("\n", faults));
  }

  @Test
  void everyGroupOfABenefitRowIsServedByTheItemsThatReferToIt() {
    List<String> faults = new ArrayList<>();
    for (CoreRow row : CoreRow.listAll().stream().filter(CoreRow::isBenefit).toList()) {
      List<BundledItem> items = BundledItem.listOf(row.id());
      for (String code : items.isEmpty() ? List.<String>of() : row.entitled()) {
        Code group = Objects.requireNonNull(CODES.get(code), code);
        Set<String> served = new HashSet<>();
        items.stream().filter(group::fits).forEach(item -> served.addAll(item.classes()));
        if (!served.containsAll(group.classes()) || served.isEmpty()) {
          faults.add(row.id() + ": " + code + " is served in " + served);
        }
      }
    }
    assertTrue(faults.isEmpty(), String.join("\n", faults));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Code> read() {
    try (InputStream in =
        BeneficiaryCodesTest.class.getResourceAsStream("/catalogue/beneficiaries.yaml")) {
      Map<String, Object> tree = BundledItem.yaml(Objects.requireNonNull(in).readAllBytes());
      Map<String, Code> codes = new TreeMap<>();
      for (Map<String, Object> each : (List<Map<String, Object>>) tree.get("codes")) {
        Stream.of("code", "zh", "classes").forEach(key -> Objects.requireNonNull(each.get(key)));
        Code code =
            new Code(
                Set.copyOf((List<String>) each.get("classes")),
                each.getOrDefault("condition", "").toString(),
                each.getOrDefault("list", "").toString(),
                each.get("everyone") == Boolean.TRUE);
        assertEquals(null, codes.put(each.get("code").toString(), code));
      }
      return codes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
