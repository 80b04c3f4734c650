package org.yongjun.pass.platform;

/** Splits CSV text into cells. */
@FunctionalInterface
public interface CsvReader {
  /**
   * Refuses text that is not CSV (RFC 4180) with INVALID_REQUEST, and more than {@code rowsMax}
   * lines below the header, blank ones included, with TOO_LARGE.
   */
  Outcome<CsvTable> read(String text, int rowsMax);
}
