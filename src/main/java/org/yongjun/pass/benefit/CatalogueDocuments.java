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

  /** How a document is written; all follow one schema. */
  enum Format {
    JSON,
    YAML,
    /** A workbook laid out as {@link CatalogueSheets} says. */
    XLSX
  }

  /**
   * Reads without holding it to the schema; the tree may have nulls. Refuses with INVALID_CATALOGUE
   * what is no such document, and TOO_LARGE.
   */
  Outcome<Map<String, Object>> parse(byte[] document, Format format);

  /** Every fault by the schema; refuses with INVALID_CATALOGUE. */
  Outcome<Map<String, Object>> check(Map<String, Object> tree, Lines lines);

  /**
   * Reads and checks against the schema; refuses with INVALID_CATALOGUE and every fault, or
   * TOO_LARGE.
   */
  default Outcome<Map<String, Object>> read(byte[] document, Format format) {
    return parse(document, format).then(tree -> check(tree, lines(document, format)));
  }

  /** Where the places of a document stand that {@link #read} could read. */
  Lines lines(byte[] document, Format format);

  /**
   * Writes a document; refuses with INVALID_CATALOGUE what a workbook cannot hold. What is written
   * reads as the same document.
   */
  Outcome<byte[]> write(Map<String, Object> document, Format format);

  /** A workbook to fill in. */
  byte[] template();

  /** Reads what was checked when it was published; a later schema does not apply to it. */
  Map<String, Object> readPublished(String canonicalJson);
}
