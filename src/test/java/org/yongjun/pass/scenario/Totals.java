package org.yongjun.pass.scenario;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.kernel.RegionCode;

/** What is counted of a city, from three sources that must agree. */
record Totals(
    long uses, long visits, long listFen, long referenceFen, long payableFen, long valueFen) {
  static final Totals NOTHING = new Totals(0, 0, 0, 0, 0, 0);

  /** Every entry with its sign. */
  static Totals ofLedger(RegionCode city) {
    return of(
        """
        SELECT SUM(direction) uses, SUM(visit_delta) visits, SUM(direction * list_fen) list,
          SUM(direction * reference_fen) reference, SUM(direction * payable_fen) payable,
          SUM(direction * benefit_value_fen) value
        FROM ledger_entry WHERE region >= ? AND region < ?
        """,
        city);
  }

  static Totals ofRollups(RegionCode city) {
    return of(
        """
        SELECT SUM(uses) uses, SUM(visits) visits, SUM(list_fen) list,
          SUM(reference_fen) reference, SUM(payable_fen) payable, SUM(benefit_value_fen) value
        FROM rollup_day WHERE region >= ? AND region < ?
        """,
        city);
  }

  /** What the API answers once everything booked is counted. */
  static Totals ofFigure(Scene scene) {
    StoryHttp.Reply figure = scene.office.figure(scene.city.toString(), "");
    return new Totals(
        figure.number("total/uses"),
        figure.number("total/visits"),
        figure.number("total/listFen"),
        figure.number("total/referenceFen"),
        figure.number("total/payableFen"),
        figure.number("total/benefitValueFen"));
  }

  private static Totals of(String sql, RegionCode city) {
    Map<String, @Nullable Object> sums =
        Sql.query(sql, city.value(), city.value() + 100).getFirst();
    return new Totals(
        number(sums.get("uses")),
        number(sums.get("visits")),
        number(sums.get("list")),
        number(sums.get("reference")),
        number(sums.get("payable")),
        number(sums.get("value")));
  }

  private static long number(@Nullable Object sum) {
    return sum == null ? 0 : ((Number) sum).longValue();
  }
}
