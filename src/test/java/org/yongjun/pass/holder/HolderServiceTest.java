package org.yongjun.pass.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.CsvTable;
import org.yongjun.pass.platform.ProblemCode;

class HolderServiceTest {
  private final HolderFixture fixture = new HolderFixture();

  @BeforeEach
  void importFive() {
    StringBuilder rows = new StringBuilder();
    String[] regions = {"130402", "130400", "130600", "130403", "130400"};
    for (int i = 0; i < regions.length; i++) {
      String id = IdNumbers.of("130402", "19000101", i);
      rows.append("欧阳试例," + id + ",19900000001,VETERAN," + regions[i])
          .append(",,,,2026-01-01,2029-12-31\n");
    }
    fixture.importRows(HolderFixture.clerk("130000"), rows.toString());
  }

  @Test
  void pagesRunByRegionThenIdAndCoverTheScopeOnce() {
    List<String> regions = new ArrayList<>();
    Optional<HolderCursor> cursor = Optional.empty();
    do {
      HolderPage page = fixture.holders.listIn(RegionCode.of("130400"), cursor, 2);
      page.holders().forEach(each -> regions.add(each.holder().homeRegion().toString()));
      cursor = page.next();
    } while (cursor.isPresent());
    assertEquals(List.of("130400", "130400", "130402", "130403"), regions);
  }

  @Test
  void aPageSizeIsBounded() {
    for (int size : new int[] {0, Holders.PAGE_SIZE_MAX + 1}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> fixture.holders.listIn(RegionCode.NATION, Optional.empty(), size));
    }
  }

  @Test
  void anOfficerSeesHoldersOfTheOwnRegionByMaskedName() {
    HolderPage page = fixture.holders.listIn(RegionCode.of("130600"), Optional.empty(), 10);
    HolderView only = page.holders().getFirst();
    assertEquals("欧阳某", only.maskedName());
    String id = only.holder().id();
    assertEquals(
        ProblemCode.NOT_FOUND,
        HolderFixture.problem(fixture.holders.view(HolderFixture.clerk("130400"), id)).code());
    assertEquals(
        ProblemCode.NOT_FOUND,
        HolderFixture.problem(fixture.holders.view(HolderFixture.clerk("130400"), "x")).code());
  }

  @Test
  void typesWithPersonalDataDoNotPrintIt() {
    Person person = new Person("王测试", "11010519491231002X", "19900000001", "DEMO0001");
    assertFalse(person.toString().contains("测试"));
    assertFalse(
        new CsvTable(List.of("王测试"), List.of(new CsvTable.Line(1, List.of("王测试"))))
            .toString()
            .contains("测试"));
    StoredHolder stored = fixture.store.listIn(RegionCode.NATION, Optional.empty(), 1).getFirst();
    assertFalse(stored.toString().contains("欧阳"));
  }
}
