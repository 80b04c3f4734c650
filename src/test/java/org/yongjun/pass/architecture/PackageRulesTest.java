package org.yongjun.pass.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who may import whom, as an allow-list: what is not listed here is refused, a new package too.
 * Source: architecture document, “Rooms”.
 */
class PackageRulesTest {
  /** From the bottom up: what the root of each package may import besides itself, roots only. */
  private static final Map<String, Set<String>> ROOTS = roots();

  /** What a package of that kind holds, below the root of its capability. */
  private static final Set<String> KINDS = Set.of("web", "store", "adapter", "wiring");

  /** Packages below a root that belong to one capability alone. */
  private static final Set<String> SPECIAL_KINDS = Set.of("certificate.qr");

  /**
   * Edges between two packages that are no roots: a bill and a trace have one shape on the wire,
   * and a trace one in the database, which redemptions share with verifications.
   */
  private static final Map<String, Set<String>> EDGES =
      Map.of(
          "redemption.web", Set.of("verification.web"),
          "redemption.store", Set.of("verification.store"));

  /** What every plain package may use: the JDK's language, crypto, and the null annotations. */
  private static final List<String> PLAIN =
      List.of(
          "java.io",
          "java.lang",
          "java.math",
          "java.nio",
          "java.security",
          "java.text",
          "java.time",
          "java.util",
          "javax.crypto",
          "org.jspecify.annotations");

  /** Libraries that one plain package may use besides. */
  private static final Map<String, List<String>> PLAIN_BESIDES =
      Map.of(
          "offline.token", List.of("org.bouncycastle"),
          "offline.bundle", List.of("com.fasterxml.jackson.core"),
          // A gate's command line fetches bundles and uploads what happened.
          "offline.gate", List.of("java.net"));

  private static final List<String> HTTP =
      List.of("io.micronaut.http", "io.netty", "com.sun.net.httpserver");

  private static final List<String> DATABASE =
      List.of(
          "java.sql",
          "javax.sql",
          "io.micronaut.data",
          "io.micronaut.transaction",
          "io.micronaut.flyway",
          "io.micronaut.configuration.jdbc",
          "io.micronaut.configuration.lettuce",
          "io.lettuce",
          "io.github.bucket4j",
          "com.mysql",
          "com.zaxxer.hikari",
          "org.flywaydb");

  private static final List<String> BARCODES = List.of("com.google.zxing");

  private static final List<JavaClass> CLASSES = CompiledClasses.list();

  @Test
  void everyPackageIsListed() {
    Set<String> unlisted = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      String name = CompiledClasses.packageOf(each);
      if (!isListed(name)) {
        unlisted.add(name);
      }
    }
    assertEquals(Set.of(), unlisted);
    assertTrue(CLASSES.size() > 100, "target/classes has the compiled product");
  }

  @Test
  void thePackagesImportOnlyWhatTheListAllows() {
    assertEquals(
        List.of(),
        violations(
            (from, target) ->
                !CompiledClasses.isOurs(target)
                    || mayImport(from, target.substring(CompiledClasses.BASE.length() + 1))));
  }

  /** The list itself runs one way: a package names only packages above it in the list. */
  @Test
  void theListHasNoWayBack() {
    List<String> order = List.copyOf(ROOTS.keySet());
    List<String> back = new ArrayList<>();
    ROOTS.forEach(
        (from, targets) ->
            targets.stream()
                .filter(target -> order.indexOf(target) >= order.indexOf(from))
                .forEach(target -> back.add(from + " -> " + target)));
    assertEquals(List.of(), back);
  }

  @Test
  void rootsKernelAndOfflineSeeOnlyTheJdkAndNullAnnotations() {
    assertEquals(
        List.of(),
        violations(
            (from, target) ->
                !isPlain(from)
                    || CompiledClasses.isOurs(target)
                    || isBelow(target, PLAIN)
                    || isBelow(target, PLAIN_BESIDES.getOrDefault(from, List.of()))));
  }

  @Test
  void httpStaysInWeb() {
    assertEquals(
        List.of(),
        violations((from, target) -> !isBelow(target, HTTP) || kindOf(from).equals("web")));
  }

  @Test
  void theDatabaseAndRedisStayInStore() {
    assertEquals(
        List.of(),
        violations((from, target) -> !isBelow(target, DATABASE) || kindOf(from).equals("store")));
  }

  @Test
  void barcodesStayInTheQrPackage() {
    assertEquals(
        List.of(),
        violations((from, target) -> !isBelow(target, BARCODES) || from.equals("certificate.qr")));
  }

  private static List<String> violations(BiPredicate<String, String> isAllowed) {
    Set<String> found = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      String from = CompiledClasses.packageOf(each);
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        String target = CompiledClasses.targetOf(dependency);
        if (!target.isEmpty() && !isAllowed.test(from, target)) {
          found.add(
              each.getName().substring(CompiledClasses.BASE.length() + 1)
                  + " -> "
                  + dependency.getTargetClass().getBaseComponentType().getName());
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean mayImport(String from, String target) {
    if (from.equals(target)
        || from.equals("app")
        || EDGES.getOrDefault(from, Set.of()).contains(target)) {
      return true;
    }
    String capability = capabilityOf(from);
    if (ROOTS.getOrDefault(capability, Set.of()).contains(target)) {
      return true;
    }
    return switch (kindOf(from)) {
      case "" -> false;
      case "web" ->
          target.equals(capability)
              || target.equals(capability + ".qr")
              || target.equals("platform.web");
      case "store" -> target.equals(capability) || target.equals("platform.store");
      case "wiring" -> capabilityOf(target).equals(capability) && !kindOf(target).equals("web");
      default -> target.equals(capability);
    };
  }

  private static boolean isListed(String name) {
    String kind = kindOf(name);
    return ROOTS.containsKey(capabilityOf(name))
        && (kind.isEmpty()
            || SPECIAL_KINDS.contains(name)
            || (KINDS.contains(kind) && !isOffline(name)));
  }

  private static boolean isPlain(String name) {
    return kindOf(name).isEmpty() && !name.equals("app");
  }

  /** {@code venue} of {@code venue.store}; the rooms of {@code offline} stand for themselves. */
  private static String capabilityOf(String name) {
    if (isOffline(name)) {
      return name;
    }
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** {@code store} of {@code venue.store}; empty for a root. */
  private static String kindOf(String name) {
    int dot = name.indexOf('.');
    return dot < 0 || isOffline(name) ? "" : name.substring(dot + 1);
  }

  private static boolean isOffline(String name) {
    return name.startsWith("offline.");
  }

  private static boolean isBelow(String target, List<String> packages) {
    return packages.stream().anyMatch(each -> target.equals(each) || target.startsWith(each + "."));
  }

  private static Map<String, Set<String>> roots() {
    String[] base = {"kernel", "platform", "journal", "access"};
    String[] offline = {
      "offline.token", "offline.rule", "offline.verify", "offline.bundle", "offline.gate"
    };
    Map<String, Set<String>> roots = new LinkedHashMap<>();
    roots.put("kernel", Set.of());
    for (int i = 0; i < offline.length; i++) {
      roots.put(offline[i], allow(new String[] {"kernel"}, Arrays.copyOf(offline, i)));
    }
    for (int i = 1; i < base.length; i++) {
      roots.put(base[i], Set.of(Arrays.copyOf(base, i)));
    }
    roots.put("holder", Set.of(base));
    roots.put("venue", Set.of(base));
    roots.put("organisation", Set.of(base));
    roots.put("benefit", allow(base, "offline.rule"));
    roots.put("certificate", allow(base, "offline.token", "holder"));
    roots.put("card", allow(base, "offline.token", "holder", "certificate"));
    roots.put("limit", allow(base, "offline.rule"));
    Set<String> verification =
        allow(allow(base, offline), "holder", "certificate", "benefit", "venue", "limit");
    roots.put("verification", verification);
    roots.put(
        "redemption", allow(allow(base, offline), "benefit", "venue", "limit", "verification"));
    roots.put("notify", allow(base, "holder", "venue", "redemption"));
    roots.put("reporting", allow(base, "holder", "certificate", "benefit", "venue", "redemption"));
    // The commands start and try out the whole: they may see all of it.
    roots.put("app", Set.copyOf(roots.keySet()));
    return Collections.unmodifiableMap(roots);
  }

  private static Set<String> allow(String[] some, String... more) {
    return allow(Set.of(some), more);
  }

  private static Set<String> allow(Set<String> some, String... more) {
    Set<String> all = new TreeSet<>(some);
    Stream.of(more).forEach(all::add);
    return Set.copyOf(all);
  }
}
