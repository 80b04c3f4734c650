package org.yongjun.pass.venue.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yongjun.pass.access.SecurityProfile;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.venue.OpeningHours;
import org.yongjun.pass.venue.Ownership;
import org.yongjun.pass.venue.TariffLine;
import org.yongjun.pass.venue.Terminal;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.VenueKind;
import org.yongjun.pass.venue.VenueStage;
import org.yongjun.pass.venue.Venues;
import org.yongjun.pass.venue.web.LifeCycleWire.PlaqueBody;
import org.yongjun.pass.venue.web.PremisesWire.PeriodBody;
import org.yongjun.pass.venue.web.PremisesWire.PositionBody;

/** What travels over HTTP about venues. */
final class VenueWire {
  private static final int TARIFF_LINES_MAX = 50;
  private static final int TAGS_MAX = 20;

  private VenueWire() {}

  @Serdeable
  record TariffRequest(
      // Nullable so that a missing list stays missing; otherwise it is read as an empty one.
      @Nullable @NotNull @Valid @Size(max = TARIFF_LINES_MAX)
          List<@Valid @NotNull TariffBody> tariff) {
    List<TariffLine> toDomain() {
      return linesOf(tariff);
    }
  }

  @Serdeable
  record NewVenueRequest(
      @NotBlank @Size(max = 120) String name,
      @NotNull VenueKind kind,
      @NotNull @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable @Min(0) @Max(Venue.A_LEVEL_MAX) Integer aLevel,
      @Nullable Ownership ownership,
      @Nullable @Size(max = TAGS_MAX)
          Set<@NotNull @Pattern(regexp = "[\\p{IsHan}A-Za-z0-9_-]{1,40}") String> tags,
      @Nullable @Valid @Size(max = TARIFF_LINES_MAX) List<@Valid @NotNull TariffBody> tariff,
      @Nullable @Valid PositionBody position,
      @Nullable @Pattern(regexp = PremisesWire.ADDRESS) @Size(max = PremisesWire.ADDRESS_LENGTH_MAX)
          String address,
      @Nullable @Valid @Size(max = OpeningHours.PERIODS_MAX)
          List<@Valid @NotNull PeriodBody> openingHours,
      @Nullable Boolean candidate,
      @Nullable LocalDate listedOn,
      @Nullable @Valid PlaqueBody plaque) {
    /** A partner as of today, unless it says otherwise. */
    Venues.Entry entry(LocalDate today) {
      boolean isCandidate = Boolean.TRUE.equals(candidate);
      if (isCandidate && listedOn != null) {
        throw Answers.refuse(
            Problem.invalid("/listedOn", "候选场所尚未在册", "A candidate is not on the list yet"));
      }
      return new Venues.Entry(
          isCandidate ? Optional.empty() : Optional.of(listedOn == null ? today : listedOn),
          Optional.ofNullable(plaque).map(PlaqueBody::toDomain));
    }

    Venues.NewVenue toDomain() {
      return new Venues.NewVenue(
          name.strip(),
          kind,
          RegionCode.of(region),
          aLevel == null ? 0 : aLevel,
          ownership == null ? Ownership.NOT_RECORDED : ownership,
          tags == null ? Set.of() : new TreeSet<>(tags),
          tariff == null ? List.of() : linesOf(tariff),
          PremisesWire.premises(position, address, openingHours));
    }
  }

  @Serdeable
  record VenueAnswer(
      String venueId,
      String name,
      VenueKind kind,
      String region,
      int aLevel,
      Ownership ownership,
      List<String> tags,
      VenueStage stage,
      Venue.State state,
      List<TariffBody> tariff,
      @Nullable PositionBody position,
      @Nullable String address,
      List<PeriodBody> openingHours,
      int version,
      Instant createdAt) {
    static VenueAnswer of(Venue venue) {
      return new VenueAnswer(
          venue.id(),
          venue.name(),
          venue.kind(),
          venue.region().toString(),
          venue.aLevel(),
          venue.ownership(),
          List.copyOf(venue.tags()),
          venue.stage(),
          venue.state(),
          venue.tariff().stream().map(TariffBody::of).toList(),
          venue.premises().position().map(PositionBody::of).orElse(null),
          venue.premises().address().orElse(null),
          PeriodBody.of(venue.premises().openingHours()),
          venue.version(),
          venue.createdAt());
    }
  }

  @Serdeable
  record VenuePage(List<VenueAnswer> venues, boolean hasMore, @Nullable String next) {}

  @Serdeable
  record NewTerminalRequest(
      @NotBlank @Size(max = 60) String label,
      @NotNull Terminal.Kind kind,
      @Nullable SecurityProfile profile,
      @Nullable @Size(max = Terminal.CHANNELS_MAX)
          List<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,31}") String> channels) {
    Venues.NewDevice toDomain() {
      return new Venues.NewDevice(
          label,
          kind,
          profile == null ? SecurityProfile.FULL : profile,
          channels == null ? List.of() : channels.stream().distinct().toList());
    }
  }

  @Serdeable
  record NewTerminalAnswer(
      String terminalId,
      String venueId,
      String label,
      Terminal.Kind kind,
      String pairingCode,
      Instant pairingExpiresAt) {
    static NewTerminalAnswer of(Venues.NewTerminal added) {
      return new NewTerminalAnswer(
          added.terminal().id(),
          added.terminal().venueId(),
          added.terminal().label(),
          added.terminal().kind(),
          added.pairing().code(),
          added.pairing().expiresAt());
    }

    @Override
    public String toString() {
      return "NewTerminalAnswer[" + terminalId + "]";
    }
  }

  private static List<TariffLine> linesOf(List<TariffBody> tariff) {
    long labels = tariff.stream().map(TariffBody::label).distinct().count();
    if (labels != tariff.size()) {
      throw Answers.refuse(
          Problem.invalid("/tariff", "价目标签重复", "A label stands twice in the tariff"));
    }
    return tariff.stream().map(TariffBody::toDomain).toList();
  }
}
