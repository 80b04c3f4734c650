package org.yongjun.pass.benefit.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yongjun.pass.benefit.Catalogue;
import org.yongjun.pass.benefit.CatalogueCounts;
import org.yongjun.pass.benefit.CatalogueEdition;
import org.yongjun.pass.benefit.CatalogueStore;
import org.yongjun.pass.benefit.PublishedCatalogue;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;

/** What travels over HTTP about catalogues. */
final class CatalogueWire {
  /** Characters of the reason of a withdrawal. */
  static final int REASON_LENGTH_MAX = 500;

  private CatalogueWire() {}

  @Serdeable
  record TextAnswer(String zh, String en) {
    static TextAnswer of(Text text) {
      return new TextAnswer(text.zh(), text.en());
    }
  }

  /**
   * A version without its document.
   *
   * @param contentHash lower-case hex SHA-256 of the document in canonical form
   */
  @Serdeable
  record CatalogueHeader(
      String code,
      int version,
      String region,
      TextAnswer title,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      String contentHash,
      Instant publishedAt) {
    static CatalogueHeader of(CatalogueStore.Header header) {
      return new CatalogueHeader(
          header.code(),
          header.version(),
          header.region().toString(),
          TextAnswer.of(header.title()),
          header.effectiveFrom(),
          header.effectiveTo(),
          HexFormat.of().formatHex(header.contentHash()),
          header.publishedAt());
    }
  }

  /**
   * A version with its document, which follows catalogue.schema.json.
   *
   * @param contentHash lower-case hex SHA-256 of the document in canonical form
   */
  @Serdeable
  record CatalogueAnswer(
      String code,
      int version,
      String region,
      TextAnswer title,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      String contentHash,
      Instant publishedAt,
      Map<String, Object> document) {
    static CatalogueAnswer of(PublishedCatalogue published) {
      Catalogue catalogue = published.catalogue();
      return new CatalogueAnswer(
          catalogue.code(),
          catalogue.version(),
          catalogue.region().toString(),
          TextAnswer.of(catalogue.title()),
          catalogue.effectiveFrom(),
          catalogue.effectiveTo(),
          published.contentHash(),
          published.publishedAt(),
          published.document());
    }
  }

  @Serdeable
  record CataloguePage(List<CatalogueHeader> catalogues, boolean hasMore, @Nullable String next) {}

  /**
   * A version and where it stands.
   *
   * @param withdrawnFrom the first day without it
   */
  @Serdeable
  record Edition(
      int version,
      CatalogueEdition.State state,
      TextAnswer title,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      @Nullable LocalDate withdrawnFrom,
      @Nullable String withdrawalReason,
      String contentHash,
      Instant publishedAt) {}

  @Serdeable
  record EditionList(String code, LocalDate day, List<Edition> editions) {
    static EditionList of(List<CatalogueEdition> newestFirst, LocalDate day) {
      return new EditionList(
          newestFirst.getFirst().header().code(),
          day,
          newestFirst.stream().map(each -> edition(each, newestFirst, day)).toList());
    }

    private static Edition edition(
        CatalogueEdition each, List<CatalogueEdition> newestFirst, LocalDate day) {
      CatalogueStore.Withdrawal withdrawal = each.withdrawal();
      return new Edition(
          each.header().version(),
          each.stateOn(day, newestFirst),
          TextAnswer.of(each.header().title()),
          each.header().effectiveFrom(),
          each.header().effectiveTo(),
          withdrawal == null ? null : withdrawal.from(),
          withdrawal == null ? null : withdrawal.reason(),
          HexFormat.of().formatHex(each.header().contentHash()),
          each.header().publishedAt());
    }
  }

  @Serdeable
  record WithdrawalRequest(
      @NotNull LocalDate from, @NotBlank @Size(max = REASON_LENGTH_MAX) String reason) {}

  @Serdeable
  record WithdrawalAnswer(String code, int version, LocalDate withdrawnFrom, String reason) {
    static WithdrawalAnswer of(CatalogueEdition edition) {
      CatalogueStore.Withdrawal withdrawal = Objects.requireNonNull(edition.withdrawal());
      return new WithdrawalAnswer(
          withdrawal.code(), withdrawal.version(), withdrawal.from(), withdrawal.reason());
    }
  }

  @Serdeable
  record CountSum(int catalogues, int categories, int items) {
    static CountSum of(CatalogueCounts.Sum sum) {
      return new CountSum(sum.catalogues(), sum.categories(), sum.items());
    }
  }

  @Serdeable
  record CountGroup(
      Catalogue.Level level, @Nullable Integer batchNumber, boolean offer, CountSum sum) {}

  @Serdeable
  record CountAnswer(String region, LocalDate day, CountSum total, List<CountGroup> groups) {
    static CountAnswer of(RegionCode region, CatalogueCounts counts) {
      return new CountAnswer(
          region.toString(),
          counts.day(),
          CountSum.of(counts.total()),
          counts.groups().stream()
              .map(
                  each ->
                      new CountGroup(
                          each.level(),
                          each.batchNumber(),
                          each.isOffer(),
                          CountSum.of(each.sum())))
              .toList());
    }
  }
}
