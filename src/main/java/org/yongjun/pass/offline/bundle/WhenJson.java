package org.yongjun.pass.offline.bundle;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.yongjun.pass.offline.rule.When;

/** When an item applies, in a bundle. */
final class WhenJson {
  private static final int WEEKDAYS_MAX = 7;

  private WhenJson() {}

  static Map<String, Object> write(When when) {
    return new JsonMembers()
        .put("effectiveFrom", when.effectiveFrom().toString())
        .putIfAny("effectiveTo", ItemJson.textOf(when.effectiveTo()))
        .putAll("windows", when.windows(), WhenJson::writeWindow)
        .putSorted("weekdays", when.weekdays())
        .putAll("hours", when.hours(), WhenJson::writeHours)
        .tree();
  }

  static When read(JsonObject when) {
    return new When(
        LocalDate.parse(when.text("effectiveFrom")),
        ItemJson.findDay(when, "effectiveTo"),
        when.objects("windows", When.PERIODS_MAX, WhenJson::readWindow),
        when.texts("weekdays", WEEKDAYS_MAX).stream()
            .map(DayOfWeek::valueOf)
            .collect(Collectors.toSet()),
        when.objects("hours", When.PERIODS_MAX, WhenJson::readHours));
  }

  private static Map<String, Object> writeWindow(When.Window window) {
    return new JsonMembers()
        .put("from", window.from().toString())
        .put("to", window.to().toString())
        .putIfAny("edition", window.edition())
        .tree();
  }

  private static When.Window readWindow(JsonObject object) {
    return JsonObject.whole(
        object,
        window ->
            new When.Window(
                LocalDate.parse(window.text("from")),
                LocalDate.parse(window.text("to")),
                window.findText("edition")));
  }

  private static Map<String, Object> writeHours(When.Hours hours) {
    return new JsonMembers()
        .put("from", hours.from().toString())
        .put("to", hours.to().toString())
        .tree();
  }

  private static When.Hours readHours(JsonObject object) {
    return JsonObject.whole(
        object,
        hours ->
            new When.Hours(LocalTime.parse(hours.text("from")), LocalTime.parse(hours.text("to"))));
  }
}
