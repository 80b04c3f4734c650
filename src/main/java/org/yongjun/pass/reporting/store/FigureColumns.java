package org.yongjun.pass.reporting.store;

import java.util.ArrayList;
import java.util.List;
import org.yongjun.pass.reporting.Dimension;
import org.yongjun.pass.reporting.FigureQuery;
import org.yongjun.pass.reporting.Period;
import org.yongjun.pass.reporting.TimeBase;

/** What figures are grouped by, as expressions over the columns of a roll-up. */
final class FigureColumns {
  private FigureColumns() {}

  /** One per dimension, in their order, then the period where there is one. */
  static List<String> of(FigureQuery query, List<Dimension> dimensions) {
    List<String> columns = new ArrayList<>();
    dimensions.forEach(dimension -> columns.add(of(dimension, query.timeBase())));
    query.period().ifPresent(period -> columns.add(of(period, day(query.timeBase()))));
    return columns;
  }

  static String day(TimeBase timeBase) {
    return timeBase == TimeBase.EVENT ? "event_day" : "booking_day";
  }

  private static String of(Dimension dimension, TimeBase timeBase) {
    return switch (dimension) {
      case PROVINCE -> "region DIV 10000 * 10000";
      case CITY -> "region DIV 100 * 100";
      case REGION -> "region";
      case VENUE -> "venue_id";
      case VENUE_KIND -> "venue_kind";
      case CATALOGUE -> "SUBSTRING_INDEX(item_id, '/', 1)";
      case ITEM -> "item_id";
      case CLASS -> "class_bits";
      case HOME_PROVINCE -> "home_region DIV 10000 * 10000";
      case HOME_REGION -> "home_region";
      case DAY -> day(timeBase);
    };
  }

  private static String of(Period period, String day) {
    return switch (period) {
      case DAY -> "DATE_FORMAT(" + day + ", '%Y-%m-%d')";
      case MONTH -> "DATE_FORMAT(" + day + ", '%Y-%m')";
      case HALF_YEAR -> "CONCAT(YEAR(" + day + "), IF(MONTH(" + day + ") <= 6, '-H1', '-H2'))";
      case YEAR -> "DATE_FORMAT(" + day + ", '%Y')";
    };
  }
}
