package org.yongjun.pass.benefit.web;

import io.micronaut.http.HttpRequest;
import org.yongjun.pass.benefit.CatalogueDocuments.Format;

/** The content types of catalogue documents. */
final class Formats {
  /** RFC 9512. */
  static final String YAML = "application/yaml";

  private Formats() {}

  /** Any other type has been refused before. */
  static Format of(HttpRequest<?> request) {
    String type = request.getContentType().map(each -> each.getName()).orElse("");
    return type.equals(YAML) ? Format.YAML : Format.JSON;
  }
}
