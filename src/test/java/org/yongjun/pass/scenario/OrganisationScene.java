package org.yongjun.pass.scenario;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Regions;

/** A city that enters its offices and stations from a file; the numbers come from the reports. */
final class OrganisationScene {
  static final String OPENED = "2019-04-01";
  private static final String HEADER = "编号,类型,层级,上级编号,区划代码,名称,设立日期,职责,专职人数,兼职人数,上图日期\n";

  final Scene scene = Scene.open();
  final String clerk = scene.officer(Role.CLERK, scene.city);

  /** Counties of the city, or the city itself where it has none. */
  final List<RegionCode> counties;

  OrganisationScene() {
    List<RegionCode> children = Regions.standard().listChildren(scene.city);
    counties = children.isEmpty() ? List.of(scene.city) : children;
  }

  /** A line of the file; {@code level} may be empty. */
  String line(String code, String level, String parent, RegionCode region, int full, int part) {
    return String.join(
            ",",
            scene.city + "-" + code,
            "STATION",
            level,
            parent.isEmpty() ? "" : scene.city + "-" + parent,
            region.toString(),
            "退役军人服务站" + code,
            OPENED,
            "优待服务;信息反馈",
            Integer.toString(full),
            Integer.toString(part),
            "")
        + "\n";
  }

  /** Stations of four levels, each below one of the level above; a parent precedes its children. */
  List<String> fourLevels(int countyStations, int townships, int villages) {
    List<String> lines = new ArrayList<>();
    lines.add(line("c", "city", "", scene.city, 1, 0));
    for (int i = 0; i < countyStations; i++) {
      lines.add(line("k" + i, "county", "c", countyOf(i), 1, 0));
    }
    for (int i = 0; i < townships; i++) {
      lines.add(
          line("t" + i, "township", "k" + i % countyStations, countyOf(i % countyStations), 1, 0));
    }
    for (int i = 0; i < villages; i++) {
      RegionCode region = countyOf(i % townships % countyStations);
      lines.add(line("v" + i, "village", "t" + i % townships, region, 1, 0));
    }
    return lines;
  }

  private RegionCode countyOf(int index) {
    return counties.get(index % counties.size());
  }

  StoryHttp.Reply importUnits(List<String> lines) {
    return scene.http.post(
        "/v1/organisation-units/imports?region=" + scene.city,
        clerk,
        "text/csv",
        (HEADER + String.join("", lines)).getBytes(StandardCharsets.UTF_8));
  }

  StoryHttp.Reply figure(String query) {
    return get("/v1/organisation-figures?region=" + scene.city + query).expect(200);
  }

  StoryHttp.Reply post(String path, Map<String, ?> body) {
    return scene.http.post(path, clerk, body);
  }

  StoryHttp.Reply get(String path) {
    return scene.http.get(path, clerk);
  }

  StoryHttp.Reply target(String level, String since, int shouldExist) {
    return scene.http.put(
        "/v1/organisation-targets",
        clerk,
        Map.of(
            "region",
            scene.city.toString(),
            "level",
            level,
            "since",
            since,
            "shouldExist",
            shouldExist));
  }

  /** The id of a unit of this city by its code in the file. */
  String unitId(String code, String level) {
    for (String cursor = ""; ; ) {
      StoryHttp.Reply page =
          get("/v1/organisation-units?pageSize=100&level="
                  + level
                  + "&region="
                  + scene.city
                  + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
              .expect(200);
      for (Map<String, Object> each : page.list("units")) {
        if (each.get("unitCode").equals(scene.city + "-" + code)) {
          return each.get("unitId").toString();
        }
      }
      cursor = page.text("next");
    }
  }
}
