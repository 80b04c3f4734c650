package org.yongjun.pass.benefit.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.yongjun.pass.benefit.Catalogue;
import org.yongjun.pass.benefit.CatalogueStore;
import org.yongjun.pass.benefit.PublishedCatalogue;
import org.yongjun.pass.kernel.Text;

/** What travels over HTTP about catalogues. */
final class CatalogueWire {
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
}
