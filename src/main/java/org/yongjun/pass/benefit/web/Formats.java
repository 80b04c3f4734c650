package org.yongjun.pass.benefit.web;

import io.micronaut.http.HttpRequest;
import org.yongjun.pass.benefit.CatalogueDocuments.Format;

/** The content types of catalogue documents. */
final class Formats {
  /** RFC 9512. */
  static final String YAML = "application/yaml";

  /** ECMA-376. */
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private Formats() {}

  /** Any other type has been refused before. */
  static Format of(HttpRequest<?> request) {
    String type = request.getContentType().map(each -> each.getName()).orElse("");
    return switch (type) {
      case YAML -> Format.YAML;
      case XLSX -> Format.XLSX;
      default -> Format.JSON;
    };
  }
}
