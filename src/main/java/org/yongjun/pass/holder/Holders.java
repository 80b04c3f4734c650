package org.yongjun.pass.holder;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Outcome;

/** What the other capabilities and the offices can ask about holders. */
public interface Holders {
  /** The most holders on one page. */
  int PAGE_SIZE_MAX = 100;

  /**
   * Registers the lines of a CSV file; api-spec/schema/holder-import.md describes it. Faulty lines
   * are part of the report.
   *
   * @param file at most {@link HolderImporter#FILE_BYTES_MAX} bytes and {@link
   *     HolderImporter#ROWS_MAX} lines
   * @param charset empty to detect UTF-8 or GB18030
   * @return refused with TOO_LARGE, or with INVALID_REQUEST for bytes, text or a header that cannot
   *     be read
   */
  Outcome<ImportReport> importCsv(Caller caller, byte[] file, Optional<Charset> charset);

  Optional<HolderRecord> findById(String holderId);

  /**
   * Whether the holder is {@link HolderStatus#ACTIVE}; if so, nobody changes that until the
   * caller's transaction ends.
   */
  boolean holdActive(String holderId);

  /**
   * Changes the status under the condition that it is {@code from}, and holds it until the caller's
   * transaction ends.
   *
   * @return whether it was {@code from}
   */
  boolean changeStatus(String holderId, HolderStatus from, HolderStatus to, Instant now);

  /** The holder as it is now; nobody changes it until the caller's transaction ends. */
  Optional<HolderRecord> lock(String holderId);

  Optional<HolderRecord> findByTag(HolderTag tag);

  /** Surname + 某; empty for an unknown holder and after erasure. */
  Optional<String> findMaskedName(String holderId);

  /**
   * The completed years of the person on that day, by the birth date in the ID number; a year is
   * completed on the birthday, for 29 February on 1 March. Opens the person's data, so it is asked
   * only where a rule or a price depends on it. Empty for an unknown holder, after erasure, and for
   * what is no person.
   */
  OptionalInt findAgeYears(String holderId, LocalDate day);

  /** One holder for an officer; refused with NOT_FOUND, also outside the region. */
  Outcome<HolderView> view(Caller caller, String holderId);

  /**
   * A page of the holders at home in {@code scope}, by home region, then id.
   *
   * @param pageSize 1 … {@link #PAGE_SIZE_MAX}; throws {@link IllegalArgumentException} otherwise
   */
  HolderPage listIn(RegionCode scope, Optional<HolderCursor> after, int pageSize);
}
