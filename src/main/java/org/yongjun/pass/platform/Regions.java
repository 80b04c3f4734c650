package org.yongjun.pass.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yongjun.pass.kernel.RegionCode;

/**
 * The provinces, cities and counties of China by GB/T 2260 code. Source and oddities: {@code
 * regions/SOURCE.md} beside the data.
 */
public final class Regions {
  private static final String RESOURCE = "/regions/regions.csv";
  private static final String HEADER = "code,name";
  private static final String NATION_NAME = "全国";

  /** Names of nodes that only group the counties below them; nobody lives in them by name. */
  private static final Set<String> GROUP_NAMES = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

  private final NavigableMap<RegionCode, String> names;

  private Regions(NavigableMap<RegionCode, String> names) {
    this.names = Collections.unmodifiableNavigableMap(names);
  }

  /** The list that this release ships; read once. */
  public static Regions standard() {
    return Standard.REGIONS;
  }

  /** The region's own name, such as 邯郸市; 全国 for the whole country. */
  public Optional<String> findName(RegionCode code) {
    return code.equals(RegionCode.NATION)
        ? Optional.of(NATION_NAME)
        : Optional.ofNullable(names.get(code));
  }

  /** Whether {@code code} is the whole country or a listed province, city or county. */
  public boolean exists(RegionCode code) {
    return findName(code).isPresent();
  }

  /** Every listed region in the order of codes, without the whole country. */
  public List<RegionCode> listAll() {
    return List.copyOf(names.keySet());
  }

  /** What lies directly below {@code code}, in the order of codes; empty for a county. */
  public List<RegionCode> listChildren(RegionCode code) {
    if (!code.equals(RegionCode.NATION) && code.value() % 100 != 0) {
      return List.of();
    }
    return names.tailMap(code, false).keySet().stream()
        .takeWhile(code::contains)
        .filter(each -> each.parent().equals(code))
        .toList();
  }

  /**
   * The name as people write it, from the province down: 河北省邯郸市, 北京市朝阳区. An unlisted code reads as
   * its six digits.
   */
  public String path(RegionCode code) {
    if (code.equals(RegionCode.NATION)) {
      return NATION_NAME;
    }
    if (!names.containsKey(code)) {
      return code.toString();
    }
    List<String> parts = new ArrayList<>();
    for (RegionCode each = code; !each.equals(RegionCode.NATION); each = each.parent()) {
      String name = Objects.requireNonNull(names.get(each));
      if (!GROUP_NAMES.contains(name) || each.equals(code)) {
        parts.addFirst(name);
      }
    }
    return String.join("", parts);
  }

  private static Regions read() {
    NavigableMap<RegionCode, String> names = new TreeMap<>();
    try (InputStream in = Objects.requireNonNull(Regions.class.getResourceAsStream(RESOURCE));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#") && !line.equals(HEADER)) {
          names.put(RegionCode.of(line.substring(0, 6)), line.substring(7));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Regions(names);
  }

  /** Reads the list when it is first asked for. */
  private static final class Standard {
    static final Regions REGIONS = read();
  }
}
