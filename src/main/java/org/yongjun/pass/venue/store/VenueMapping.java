package org.yongjun.pass.venue.store;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.venue.OpeningHours;
import org.yongjun.pass.venue.Ownership;
import org.yongjun.pass.venue.Position;
import org.yongjun.pass.venue.Premises;
import org.yongjun.pass.venue.TariffLine;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.VenueKind;
import org.yongjun.pass.venue.VenueStage;

/** Venues as rows and back. */
@Singleton
final class VenueMapping {
  private final ObjectMapper mapper;

  VenueMapping(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  VenueRow toRow(Venue venue) {
    Optional<Position> position = venue.premises().position();
    return new VenueRow(
        venue.id(),
        venue.name(),
        venue.kind().name(),
        venue.region().value(),
        venue.aLevel(),
        venue.ownership().name(),
        writeTags(venue.tags()),
        // A new venue is in no group: its tags are its own.
        writeTags(venue.tags()),
        venue.stage().name(),
        venue.state().name(),
        write(venue.tariff()),
        position.map(Position::latitudeE6).orElse(null),
        position.map(Position::longitudeE6).orElse(null),
        venue.premises().address().orElse(null),
        write(venue.premises().openingHours()),
        venue.version(),
        venue.createdAt());
  }

  Venue toVenue(VenueRow row) {
    return new Venue(
        row.id(),
        row.name(),
        VenueKind.valueOf(row.kind()),
        new RegionCode(row.region()),
        row.aLevel(),
        Ownership.valueOf(row.ownership()),
        new TreeSet<>(readTags(row.tags())),
        VenueStage.valueOf(row.stage()),
        Venue.State.valueOf(row.state()),
        readTariff(row.tariff()),
        new Premises(
            position(row), Optional.ofNullable(row.address()), readHours(row.openingHours())),
        row.version(),
        row.createdAt());
  }

  static String writeTags(Set<String> tags) {
    return String.join("\n", tags);
  }

  static Set<String> readTags(String lines) {
    return lines.isEmpty() ? Set.of() : Set.of(lines.split("\n"));
  }

  private static Optional<Position> position(VenueRow row) {
    Integer latitudeE6 = row.latitudeE6();
    Integer longitudeE6 = row.longitudeE6();
    return latitudeE6 == null || longitudeE6 == null
        ? Optional.empty()
        : Optional.of(new Position(latitudeE6, longitudeE6));
  }

  String write(List<TariffLine> tariff) {
    return json(tariff.stream().map(TariffJson::of).toList());
  }

  private List<TariffLine> readTariff(String json) {
    return read(json, Argument.listOf(TariffJson.class)).stream()
        .map(TariffJson::toDomain)
        .toList();
  }

  @Nullable String write(OpeningHours hours) {
    return hours.periods().isEmpty()
        ? null
        : json(
            hours.periods().stream()
                .map(
                    period ->
                        new PeriodJson(
                            period.day().name(), period.from().toString(), period.to().toString()))
                .toList());
  }

  private OpeningHours readHours(@Nullable String json) {
    if (json == null) {
      return OpeningHours.NOT_RECORDED;
    }
    return new OpeningHours(
        read(json, Argument.listOf(PeriodJson.class)).stream()
            .map(
                period ->
                    new OpeningHours.Period(
                        DayOfWeek.valueOf(period.day()),
                        LocalTime.parse(period.from()),
                        LocalTime.parse(period.to())))
            .toList());
  }

  private String json(List<?> value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException("what a venue states is JSON", e);
    }
  }

  private <T> T read(String json, Argument<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException("what was stored of a venue is JSON", e);
    }
  }
}
