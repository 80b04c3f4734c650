package org.yongjun.pass.benefit.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.yongjun.pass.benefit.CatalogueDocuments;
import org.yongjun.pass.benefit.CatalogueDocuments.Format;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.platform.web.Answers;

/** Lists as files to keep or to fill in. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
class CatalogueFileController {
  private final Catalogues catalogues;
  private final CatalogueDocuments documents;

  CatalogueFileController(Catalogues catalogues, CatalogueDocuments documents) {
    this.catalogues = catalogues;
    this.documents = documents;
  }

  /** YAML, unless the caller accepts a workbook rather. */
  @Get("/catalogues/{code}/versions/{version}/export")
  @Produces({Formats.YAML, Formats.XLSX})
  HttpResponse<byte[]> export(
      @PathVariable String code, @PathVariable int version, HttpRequest<?> request) {
    boolean isWorkbook = request.accept().stream().anyMatch(CatalogueFileController::isWorkbook);
    Format format = isWorkbook ? Format.XLSX : Format.YAML;
    byte[] file =
        Answers.orThrow(
            catalogues
                .find(code, version)
                .then(found -> documents.write(found.document(), format)));
    String name = code + "-" + version + (isWorkbook ? ".xlsx" : ".yaml");
    return attached(file, isWorkbook ? Formats.XLSX : Formats.YAML, name);
  }

  @Get("/catalogue-templates/xlsx")
  @Produces(Formats.XLSX)
  HttpResponse<byte[]> template() {
    return attached(documents.template(), Formats.XLSX, "catalogue.xlsx");
  }

  private static boolean isWorkbook(MediaType type) {
    return type.getName().equals(Formats.XLSX);
  }

  private static HttpResponse<byte[]> attached(byte[] file, String type, String name) {
    return HttpResponse.ok(file)
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }
}
