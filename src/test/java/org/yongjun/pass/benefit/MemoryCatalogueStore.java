package org.yongjun.pass.benefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps versions in memory, under the same rules as the tables; counts what it is asked. */
final class MemoryCatalogueStore implements CatalogueStore {
  private final List<Stored> rows = new ArrayList<>();
  private final List<Withdrawal> withdrawals = new ArrayList<>();
  private long epoch;
  int documentReads;
  int headerReads;

  @Override
  public long epoch() {
    return epoch;
  }

  @Override
  public void advanceEpoch() {
    epoch++;
  }

  @Override
  public void insert(Stored stored) {
    for (Stored row : rows) {
      Header header = row.header();
      boolean sameNumber = header.version() == stored.header().version();
      boolean sameContent = Arrays.equals(header.contentHash(), stored.header().contentHash());
      if (header.code().equals(stored.header().code()) && (sameNumber || sameContent)) {
        throw new IllegalStateException("unique key");
      }
    }
    rows.add(stored);
  }

  @Override
  public Optional<Stored> find(String code, int version) {
    documentReads++;
    return rows.stream()
        .filter(row -> row.header().code().equals(code) && row.header().version() == version)
        .findFirst();
  }

  @Override
  public Optional<Stored> findByHash(String code, byte[] contentHash) {
    return rows.stream()
        .filter(row -> row.header().code().equals(code))
        .filter(row -> Arrays.equals(row.header().contentHash(), contentHash))
        .findFirst();
  }

  @Override
  public int latestVersion(String code) {
    return rows.stream()
        .filter(row -> row.header().code().equals(code))
        .mapToInt(row -> row.header().version())
        .max()
        .orElse(0);
  }

  @Override
  public List<Header> listHeaders() {
    headerReads++;
    return rows.stream()
        .map(Stored::header)
        .sorted(Comparator.comparing(Header::code).thenComparingInt(Header::version))
        .toList();
  }

  @Override
  public List<Header> listLatest(RegionCode scope, String afterCode, int limit) {
    Map<String, Header> latest =
        listHeaders().stream()
            .collect(Collectors.toMap(Header::code, header -> header, (older, newer) -> newer));
    return latest.values().stream()
        .filter(header -> scope.contains(header.region()))
        .filter(header -> header.code().compareTo(afterCode) > 0)
        .sorted(Comparator.comparing(Header::code))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Header> listVersions(String code) {
    return listHeaders().stream().filter(header -> header.code().equals(code)).toList();
  }

  @Override
  public boolean insert(Withdrawal withdrawal) {
    boolean isNew =
        withdrawals.stream()
            .noneMatch(
                each ->
                    each.code().equals(withdrawal.code())
                        && each.version() == withdrawal.version()
                        && each.from().equals(withdrawal.from()));
    return isNew && withdrawals.add(withdrawal);
  }

  @Override
  public List<Withdrawal> listWithdrawals() {
    return List.copyOf(withdrawals);
  }

  @Override
  public List<Withdrawal> listWithdrawals(String code) {
    return withdrawals.stream().filter(each -> each.code().equals(code)).toList();
  }
}
