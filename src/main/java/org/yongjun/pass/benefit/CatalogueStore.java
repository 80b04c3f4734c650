package org.yongjun.pass.benefit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;

/** Keeps catalogue versions; a version never changes and none is removed. */
public interface CatalogueStore {
  /** What is known of a version without its document. */
  record Header(
      String id,
      String code,
      int version,
      RegionCode region,
      Text title,
      byte[] contentHash,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      Instant publishedAt,
      String publishedBy) {}

  /** A version with its canonical document. */
  record Stored(Header header, String document) {}

  /**
   * A version that is no longer in force from a day on.
   *
   * @param from the first day without it
   */
  record Withdrawal(
      String code,
      int version,
      LocalDate from,
      String reason,
      Instant withdrawnAt,
      String withdrawnBy) {}

  /** Grows with every version and withdrawal; equal epochs mean an equal set of versions. */
  long epoch();

  /**
   * Advances the epoch and holds its lock until the transaction ends, so that publishers take
   * turns. Must come before any read of that transaction.
   */
  void advanceEpoch();

  void insert(Stored stored);

  Optional<Stored> find(String code, int version);

  Optional<Stored> findByHash(String code, byte[] contentHash);

  /** 0 where there is none. */
  int latestVersion(String code);

  /** Every version, by code and version. */
  List<Header> listHeaders();

  /**
   * The latest version of each catalogue inside {@code scope}, by code, after {@code afterCode}.
   */
  List<Header> listLatest(RegionCode scope, String afterCode, int limit);

  /** The versions of one catalogue, by version. */
  List<Header> listVersions(String code);

  /** False where the version was withdrawn from that very day already. */
  boolean insert(Withdrawal withdrawal);

  List<Withdrawal> listWithdrawals();

  List<Withdrawal> listWithdrawals(String code);
}
