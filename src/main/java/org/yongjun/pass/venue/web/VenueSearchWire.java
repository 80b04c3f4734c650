package org.yongjun.pass.venue.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Cursor;
import org.yongjun.pass.venue.VenueKind;
import org.yongjun.pass.venue.VenueSearch;
import org.yongjun.pass.venue.Venues;
import org.yongjun.pass.venue.web.PremisesWire.PositionBody;
import org.yongjun.pass.venue.web.VenueWire.VenueAnswer;

/** What travels over HTTP when venues are looked for around a position. */
final class VenueSearchWire {
  private static final int PAGE_SIZE_DEFAULT = 50;
  private static final String BETWEEN = ".";

  private VenueSearchWire() {}

  @Serdeable
  record SearchRequest(
      @NotNull @Valid PositionBody position,
      @Min(1) @Max(VenueSearch.Near.RADIUS_METRES_MAX) int radiusMetres,
      @Nullable @Size(min = 1, max = VenueSearch.NAME_LENGTH_MAX) String name,
      @Nullable VenueKind kind,
      @Nullable @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable String cursor,
      @Nullable @Min(1) @Max(Venues.PAGE_SIZE_MAX) Integer pageSize) {
    VenueSearch search() {
      return VenueSearchWire.search(region, name, kind);
    }

    VenueSearch.Near near() {
      return new VenueSearch.Near(position.toDomain(), radiusMetres);
    }

    VenueSearch.After after() {
      return read(Cursor.read(cursor));
    }

    int pageSizeOrDefault() {
      return pageSize == null ? PAGE_SIZE_DEFAULT : pageSize;
    }

    /** Without the position. */
    @Override
    public String toString() {
      return "SearchRequest";
    }
  }

  static VenueSearch search(
      @Nullable String region, @Nullable String name, @Nullable VenueKind kind) {
    return new VenueSearch(
        region == null ? RegionCode.NATION : RegionCode.of(region),
        name == null ? "" : name.strip(),
        Optional.ofNullable(kind));
  }

  @Serdeable
  record FoundAnswer(VenueAnswer venue, long distanceMetres, @Nullable Boolean openNow) {
    static FoundAnswer of(VenueSearch.Found found, Instant now) {
      return new FoundAnswer(
          VenueAnswer.of(found.venue()),
          found.distanceMetres(),
          found.venue().premises().openingHours().isOpen(now).orElse(null));
    }
  }

  @Serdeable
  record FoundPage(List<FoundAnswer> venues, boolean hasMore, @Nullable String next) {
    static FoundPage of(List<VenueSearch.Found> found, int pageSize, Instant now) {
      boolean hasMore = found.size() > pageSize;
      List<VenueSearch.Found> page = hasMore ? found.subList(0, pageSize) : found;
      return new FoundPage(
          page.stream().map(each -> FoundAnswer.of(each, now)).toList(),
          hasMore,
          hasMore ? cursor(page.getLast()) : null);
    }
  }

  private static String cursor(VenueSearch.Found last) {
    return Cursor.of(last.distanceMetres() + BETWEEN + last.venue().id());
  }

  private static VenueSearch.After read(String place) {
    if (place.isEmpty()) {
      return VenueSearch.After.START;
    }
    int between = place.indexOf(BETWEEN);
    if (!place.matches("[0-9]{1,8}\\.[0-9A-Za-z]{1,64}")) {
      throw Answers.refuse(
          Problem.invalid(
              "/cursor", "游标无效，请从第一页开始", "This cursor is not valid; begin at the first page"));
    }
    return new VenueSearch.After(
        Long.parseLong(place.substring(0, between)), place.substring(between + 1));
  }
}
