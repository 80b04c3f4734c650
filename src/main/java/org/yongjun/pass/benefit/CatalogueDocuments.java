package org.yongjun.pass.benefit;

import java.util.Map;
import org.yongjun.pass.platform.Outcome;

/**
 * Reads catalogue documents into a tree of maps, lists, strings, numbers and booleans, without
 * nulls.
 */
public interface CatalogueDocuments {
  /** The most bytes of one document. */
  int DOCUMENT_BYTES_MAX = 1_048_576;

  /** How a document is written; both follow one schema. */
  enum Format {
    JSON,
    YAML
  }

  /**
   * Reads and checks against the schema; refuses with INVALID_CATALOGUE and every fault, or
   * TOO_LARGE.
   */
  Outcome<Map<String, Object>> read(byte[] document, Format format);

  /** Where the places of a document stand that {@link #read} could read. */
  Lines lines(byte[] document, Format format);

  /** Reads what was checked when it was published; a later schema does not apply to it. */
  Map<String, Object> readPublished(String canonicalJson);
}
