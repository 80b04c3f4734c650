package org.yongjun.pass.venue.web;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.venue.VenueFacility;
import org.yongjun.pass.venue.VenueFigure;
import org.yongjun.pass.venue.VenueFigureQuery;
import org.yongjun.pass.venue.VenueStanding;

/** What travels over HTTP about figures of partners. */
final class VenueFigureWire {
  private VenueFigureWire() {}

  @Serdeable
  record Flow(int opening, int removed, int movedOut, int added, int movedIn, int closing) {
    static Flow of(VenueFigure.Flow flow) {
      return new Flow(
          flow.opening(),
          flow.removed(),
          flow.movedOut(),
          flow.added(),
          flow.movedIn(),
          flow.closing());
    }
  }

  @Serdeable
  record Line(Map<String, String> key, Flow flow) {
    static Line of(VenueFigure.Line line) {
      Map<String, String> key = new TreeMap<>();
      line.key().forEach((feature, value) -> key.put(feature.name(), value));
      return new Line(key, Flow.of(line.flow()));
    }
  }

  @Serdeable
  record FigureAnswer(
      String region,
      LocalDate from,
      LocalDate to,
      VenueStanding.Measure measure,
      List<Line> groups,
      Flow total) {
    static FigureAnswer of(VenueFigure figure, VenueFigureQuery query) {
      return new FigureAnswer(
          query.region().toString(),
          query.from(),
          query.to(),
          figure.measure(),
          figure.groups().stream().map(Line::of).toList(),
          Flow.of(figure.total()));
    }
  }

  @Serdeable
  record FacilityCount(VenueFacility.Kind kind, long quantity, int venues) {}

  @Serdeable
  record CountAnswer(
      String region,
      LocalDate asOf,
      int recruited,
      int approved,
      int signed,
      int awarded,
      int agreementsInForce,
      int reviewed,
      List<FacilityCount> facilities) {
    static CountAnswer of(VenueFigure.Counts counts, RegionCode region) {
      return new CountAnswer(
          region.toString(),
          counts.asOf(),
          counts.recruited(),
          counts.approved(),
          counts.signed(),
          counts.awarded(),
          counts.agreementsInForce(),
          counts.reviewed(),
          counts.facilities().stream()
              .map(each -> new FacilityCount(each.kind(), each.quantity(), each.venues()))
              .toList());
    }
  }
}
