package org.yongjun.pass.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yongjun.pass.kernel.RegionCode;

class RegionsTest {
  private final Regions regions = Regions.standard();

  @ParameterizedTest
  @CsvSource({
    "620700,甘肃省张掖市",
    "130400,河北省邯郸市",
    "340200,安徽省芜湖市",
    "410500,河南省安阳市",
    "450500,广西壮族自治区北海市",
    "130402,河北省邯郸市邯山区",
    "110105,北京市朝阳区",
    "500229,重庆市城口县",
    "419001,河南省济源市",
    "659009,新疆维吾尔自治区昆玉市",
    "441900,广东省东莞市",
    "810000,香港特别行政区",
    "419000,河南省省直辖县级行政区划",
    "000000,全国"
  })
  void aPathReadsFromTheProvinceDownAndLeavesGroupingNodesOut(String code, String path) {
    assertEquals(path, regions.path(RegionCode.of(code)));
  }

  @Test
  void aNameIsTheRegionsOwn() {
    assertEquals(Optional.of("邯郸市"), regions.findName(RegionCode.of("130400")));
    assertEquals(Optional.of("邯山区"), regions.findName(RegionCode.of("130402")));
    assertEquals(Optional.empty(), regions.findName(RegionCode.of("130499")));
  }

  @Test
  void aCodeThatIsNotListedDoesNotExistAndReadsAsDigits() {
    assertFalse(regions.exists(RegionCode.of("990000")));
    assertFalse(regions.exists(RegionCode.of("000001")));
    assertEquals("990000", regions.path(RegionCode.of("990000")));
  }

  @Test
  void everyRegionIsReachedFromTheWholeCountryThroughItsParent() {
    Deque<RegionCode> open = new ArrayDeque<>(List.of(RegionCode.NATION));
    int provinces = 0;
    int cities = 0;
    int counties = 0;
    while (!open.isEmpty()) {
      for (RegionCode child : regions.listChildren(open.remove())) {
        assertTrue(regions.exists(child.parent()), child::toString);
        open.add(child);
        if (child.value() % 10_000 == 0) {
          provinces++;
        } else if (child.value() % 100 == 0) {
          cities++;
        } else {
          counties++;
        }
      }
    }
    assertEquals(34, provinces);
    assertEquals(342, cities);
    assertEquals(regions.listAll().size(), provinces + cities + counties);
  }

  @Test
  void aCountyHasNoChildren() {
    assertEquals(List.of(), regions.listChildren(RegionCode.of("130402")));
    assertEquals(List.of(), regions.listChildren(RegionCode.of("441900")));
  }
}
