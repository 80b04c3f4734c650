package org.yongjun.pass.benefit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The catalogues that this release ships as YAML, taken from public reports with their words and
 * dates.
 */
public final class BundledCatalogues {
  private static final String FOLDER = "/catalogue/";
  private static final String INDEX = "INDEX";

  private BundledCatalogues() {}

  /** A file under its name. */
  public record BundledCatalogue(String fileName, byte[] yaml) {}

  /** Every shipped catalogue, in the order of the index. */
  public static List<BundledCatalogue> listAll() {
    return new String(read(INDEX), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .map(name -> new BundledCatalogue(name, read(name)))
        .toList();
  }

  private static byte[] read(String name) {
    try (InputStream in = BundledCatalogues.class.getResourceAsStream(FOLDER + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
