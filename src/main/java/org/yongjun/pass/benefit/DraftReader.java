package org.yongjun.pass.benefit;

import java.util.Map;
import java.util.function.Predicate;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Outcome;

/**
 * Reads a document that is to be published: the schema, what a schema cannot see, and what must be
 * right before anybody relies on it. All faults come at once, with the lines where they stand.
 */
public final class DraftReader {
  private final CatalogueDocuments documents;
  private final CatalogueReader reader;

  public DraftReader(CatalogueDocuments documents, Predicate<RegionCode> regionExists) {
    this.documents = documents;
    this.reader = CatalogueReader.ofDrafts(regionExists);
  }

  /**
   * A document without a fault.
   *
   * @param tree what it says
   * @param catalogue the same, read as version 1
   */
  public record Draft(Map<String, Object> tree, Catalogue catalogue) {}

  /** Refuses: INVALID_CATALOGUE with every fault, TOO_LARGE. */
  public Outcome<Draft> read(byte[] document, CatalogueDocuments.Format format) {
    return documents
        .read(document, format)
        .then(
            tree ->
                reader
                    .read(tree, 1, documents.lines(document, format))
                    .map(catalogue -> new Draft(tree, catalogue)));
  }
}
