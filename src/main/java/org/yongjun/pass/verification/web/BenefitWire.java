package org.yongjun.pass.verification.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.venue.Position;
import org.yongjun.pass.venue.VenueKind;
import org.yongjun.pass.venue.VenueSearch;
import org.yongjun.pass.verification.BenefitSearch;
import org.yongjun.pass.verification.NearbyBenefits;
import org.yongjun.pass.verification.web.VerificationWire.Sentence;

/** What travels over HTTP about the benefits around a holder. */
final class BenefitWire {
  private BenefitWire() {}

  /** Where the holder stands, in degrees of WGS-84. */
  @Serdeable
  record HereBody(
      @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
      @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude) {
    @Override
    public String toString() {
      return "HereBody";
    }
  }

  @Serdeable
  record BenefitSearchRequest(
      @NotNull @Valid HereBody position,
      @Min(1) @Max(VenueSearch.Near.RADIUS_METRES_MAX) int radiusMetres,
      @Nullable VenueKind kind,
      @Nullable @Size(max = BenefitSearch.PARTS_MAX)
          Set<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,31}") String> parts,
      @Nullable @Pattern(regexp = VerificationWire.CHANNEL_PATTERN) String channel) {
    BenefitSearch toDomain() {
      return new BenefitSearch(
          new VenueSearch.Near(
              Position.ofDegrees(position.latitude(), position.longitude()), radiusMetres),
          Optional.ofNullable(kind),
          parts == null ? Set.of() : parts,
          channel == null ? VerificationWire.CHANNEL_DEFAULT : channel);
    }

    @Override
    public String toString() {
      return "BenefitSearchRequest";
    }
  }

  @Serdeable
  record BenefitAnswer(
      String label,
      String itemId,
      int version,
      Sentence title,
      HolderClass used,
      Sentence terms,
      @Nullable Long listFen,
      @Nullable Long referenceFen,
      @Nullable Long payableFen,
      @Nullable String payableYuan,
      @Nullable Long savingFen,
      @Nullable Boolean synthetic) {
    static BenefitAnswer of(NearbyBenefits.Benefit benefit) {
      Optional<NearbyBenefits.Price> price = benefit.price();
      return new BenefitAnswer(
          benefit.label(),
          benefit.itemId(),
          benefit.version(),
          Sentence.of(benefit.title()),
          benefit.used(),
          Sentence.of(benefit.terms()),
          price.map(NearbyBenefits.Price::listFen).orElse(null),
          price.map(NearbyBenefits.Price::referenceFen).orElse(null),
          price.map(NearbyBenefits.Price::payableFen).orElse(null),
          price.map(each -> Fen.yuan(each.payableFen())).orElse(null),
          price.map(each -> each.referenceFen() - each.payableFen()).orElse(null),
          price.filter(NearbyBenefits.Price::synthetic).map(each -> true).orElse(null));
    }
  }

  @Serdeable
  record OtherAnswer(String itemId, int version, Sentence title, Sentence fix) {
    static OtherAnswer of(NearbyBenefits.Other other) {
      return new OtherAnswer(
          other.itemId(), other.version(), Sentence.of(other.title()), Sentence.of(other.fix()));
    }
  }

  @Serdeable
  record AtVenueAnswer(
      String venueId,
      String name,
      VenueKind kind,
      String region,
      @Nullable String address,
      long distanceMetres,
      @Nullable Boolean openNow,
      long savingFen,
      String savingYuan,
      List<BenefitAnswer> benefits,
      List<OtherAnswer> others) {
    static AtVenueAnswer of(NearbyBenefits.AtVenue at) {
      return new AtVenueAnswer(
          at.venue().id(),
          at.venue().name(),
          at.venue().kind(),
          at.venue().region().toString(),
          at.venue().premises().address().orElse(null),
          at.distanceMetres(),
          at.openNow().orElse(null),
          at.savingFen(),
          Fen.yuan(at.savingFen()),
          at.benefits().stream().map(BenefitAnswer::of).toList(),
          at.others().stream().map(OtherAnswer::of).toList());
    }
  }

  @Serdeable
  record NearbyAnswer(List<AtVenueAnswer> venues, boolean hasMore) {
    static NearbyAnswer of(NearbyBenefits nearby) {
      return new NearbyAnswer(
          nearby.venues().stream().map(AtVenueAnswer::of).toList(), nearby.hasMore());
    }
  }
}
