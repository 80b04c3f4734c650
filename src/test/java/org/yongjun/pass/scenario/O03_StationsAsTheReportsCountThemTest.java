package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.programmes.Covers;

/**
 * Goal: the numbers of stations that the reports print come out of a tree of units, whatever its
 * levels. Method: whole cities as files over HTTP; where a report has only a total, the split over
 * levels is ours and adds up in the comment.
 */
class O03_StationsAsTheReportsCountThemTest {
  private static final String FIGURES = "GET /v1/organisation-figures";

  private static void assertTotal(int total, int counties, int townships, int villages) {
    OrganisationScene city = new OrganisationScene();
    List<String> file = city.fourLevels(counties, townships, villages);
    assertEquals(total, city.importUnits(file).expect(200).number("created"));
    assertEquals(total, city.figure("").number("total/units"));
    assertEquals(4, city.figure("").list("levels").size());
  }

  /** 1 + 6 + 60 + 896 = 963; 1 + 8 + 70 + 939 = 1,018. */
  @Test
  @Covers(
      value = {"S01-009", "S01-018"},
      by = FIGURES)
  void aCityHas963AndAnother1018() {
    assertTotal(963, 6, 60, 896);
    assertTotal(1_018, 8, 70, 939);
  }

  /** 1 + 11 + 180 + 2,184 = 2,376; 1 + 6 + 165 + 1,675 = 1,847; 1 + 9 + 90 + 1,924 = 2,024. */
  @Test
  @Covers(
      value = {"S01-057", "S01-112", "S01-144"},
      by = FIGURES)
  void largerCitiesHave2376And1847And2024() {
    assertTotal(2_376, 11, 180, 2_184);
    assertTotal(1_847, 6, 165, 1_675);
    assertTotal(2_024, 9, 90, 1_924);
  }

  /**
   * A county-level city and a district have three levels: 1 + 13 + 156 = 170, and 1 + 2 + 3 = 6.
   */
  @Test
  @Covers(
      value = {"S01-213", "S02-05"},
      by = FIGURES)
  void treesOfThreeLevelsAddUpToo() {
    assertThreeLevels(13, 156);
    assertThreeLevels(2, 3);
  }

  private static void assertThreeLevels(int townships, int villages) {
    OrganisationScene place = new OrganisationScene();
    RegionCode county = place.counties.getFirst();
    List<String> lines = new ArrayList<>();
    lines.add(place.line("k", "county", "", county, 1, 0));
    for (int i = 0; i < townships; i++) {
      lines.add(place.line("t" + i, "township", "k", county, 1, 0));
    }
    for (int i = 0; i < villages; i++) {
      lines.add(place.line("v" + i, "village", "t" + i % townships, county, 1, 0));
    }
    assertEquals(1 + townships + villages, place.importUnits(lines).expect(200).number("created"));
    StoryHttp.Reply figure = place.figure("");
    assertEquals(1 + townships + villages, figure.number("total/units"));
    assertEquals(3, figure.list("levels").size());
  }

  /** A station inside a company hangs below the city and is a level of its own. */
  @Test
  @Covers(value = "S01-170", by = FIGURES)
  void aStationInACompanyIsALevelOfItsOwn() {
    OrganisationScene city = new OrganisationScene();
    String level = "company-" + city.scene.city;
    city.scene
        .http
        .post(
            "/v1/organisation-levels",
            city.scene.officer(Role.ADMIN, city.scene.city),
            Map.of(
                "level", level, "region", city.scene.city.toString(), "title", "民营企业", "rank", 46))
        .expect(201);
    List<String> lines = city.fourLevels(1, 1, 1);
    lines.add(city.line("e", level, "c", city.scene.city, 1, 0));
    assertEquals(5, city.importUnits(lines).expect(200).number("created"));
    StoryHttp.Reply figure = city.figure("");
    assertEquals(5, figure.number("total/units"));
    assertEquals(5, figure.list("levels").size());
  }
}
