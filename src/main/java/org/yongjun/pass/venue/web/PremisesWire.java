package org.yongjun.pass.venue.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.venue.OpeningHours;
import org.yongjun.pass.venue.Position;
import org.yongjun.pass.venue.Premises;

/** What travels over HTTP about where a venue is and when it is open. */
final class PremisesWire {
  static final int ADDRESS_LENGTH_MAX = 200;

  /** Something that can be read; unlike NotBlank it lets an address be left out. */
  static final String ADDRESS = "[\\s\\S]*\\S[\\s\\S]*";

  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

  private PremisesWire() {}

  /** Degrees of WGS-84. */
  @Serdeable
  record PositionBody(
      @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
      @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude) {
    static PositionBody of(Position position) {
      return new PositionBody(position.latitude(), position.longitude());
    }

    Position toDomain() {
      return Position.ofDegrees(latitude, longitude);
    }

    @Override
    public String toString() {
      return "PositionBody";
    }
  }

  /** Part of a weekday in China's time; an end of 00:00 is midnight. */
  @Serdeable
  record PeriodBody(
      @NotNull DayOfWeek day,
      @NotNull @Pattern(regexp = TIME) String from,
      @NotNull @Pattern(regexp = TIME) String to) {
    static List<PeriodBody> of(OpeningHours hours) {
      return hours.periods().stream()
          .map(each -> new PeriodBody(each.day(), each.from().toString(), each.to().toString()))
          .toList();
    }

    OpeningHours.Period toDomain() {
      LocalTime begins = LocalTime.parse(from);
      LocalTime ends = LocalTime.parse(to);
      if (!OpeningHours.Period.isOrdered(begins, ends)) {
        throw Answers.refuse(
            Problem.invalid(
                "/openingHours", "营业时段的结束时间须晚于开始时间", "A period of opening ends after it begins"));
      }
      return new OpeningHours.Period(day, begins, ends);
    }
  }

  @Serdeable
  record PremisesRequest(
      @Nullable @Valid PositionBody position,
      @Nullable @Pattern(regexp = ADDRESS) @Size(max = ADDRESS_LENGTH_MAX) String address,
      @Nullable @Valid @Size(max = OpeningHours.PERIODS_MAX)
          List<@Valid @NotNull PeriodBody> openingHours) {
    Premises toDomain() {
      return premises(position, address, openingHours);
    }
  }

  static Premises premises(
      @Nullable PositionBody position,
      @Nullable String address,
      @Nullable List<PeriodBody> openingHours) {
    return new Premises(
        Optional.ofNullable(position).map(PositionBody::toDomain),
        Optional.ofNullable(address).map(String::strip),
        openingHours == null
            ? OpeningHours.NOT_RECORDED
            : new OpeningHours(openingHours.stream().map(PeriodBody::toDomain).toList()));
  }
}
