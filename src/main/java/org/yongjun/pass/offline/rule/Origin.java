package org.yongjun.pass.offline.rule;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;

/** From where a holder must be. */
public sealed interface Origin {
  /** Holders from anywhere in the country. */
  record Nationwide() implements Origin {
    @Override
    public List<RegionCode> regions() {
      return List.of(RegionCode.NATION);
    }
  }

  /** Holders whose home lies in one region of any level. */
  record Local(RegionCode region) implements Origin {
    @Override
    public List<RegionCode> regions() {
      return List.of(region);
    }
  }

  /** Holders whose home lies in one of several regions. */
  record Listed(List<RegionCode> regions) implements Origin {
    /** The most regions that one item lists. */
    public static final int REGIONS_MAX = 100;

    public Listed {
      regions = List.copyOf(regions);
      if (regions.isEmpty() || regions.size() > REGIONS_MAX) {
        throw new IllegalArgumentException("1 to " + REGIONS_MAX + " regions");
      }
    }
  }

  /** The regions of which one must contain the holder's home. */
  List<RegionCode> regions();

  /**
   * Decides by the holder's home. A code says it only down to the city (for some classes the
   * province); where a finer answer is needed, that is undecided offline.
   */
  default Decision decide(Situation situation, Function<RegionCode, Text> names) {
    RegionCode home = situation.holder().homeRegion();
    boolean mayBeInside = false;
    for (RegionCode region : regions()) {
      if (region.contains(home)) {
        return Decision.held(sentence(names));
      }
      mayBeInside |= home.contains(region);
    }
    if (mayBeInside && !situation.online()) {
      return Decision.undecided(sentence(names));
    }
    Text name = names.apply(situation.holder().homeRegionTold());
    Text wanted = sentence(names);
    return Decision.failed(
        new Text(
            wanted.zh() + "；该凭证属地为" + name.zh(),
            wanted.en() + "; this certificate's home is " + name.en()));
  }

  private Text sentence(Function<RegionCode, Text> names) {
    if (regions().contains(RegionCode.NATION)) {
      return new Text("此项优待面向全国", "Valid for holders from the whole country");
    }
    List<Text> texts = regions().stream().map(names).collect(Collectors.toList());
    return new Text(
        "此项优待面向" + texts.stream().map(Text::zh).collect(Collectors.joining("、")) + "居民",
        "Valid for "
            + texts.stream().map(Text::en).collect(Collectors.joining(", "))
            + " residents");
  }
}
