package org.yongjun.pass.benefit.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.benefit.CatalogueStore;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.platform.store.Races;

@Singleton
final class JdbcCatalogueStore implements CatalogueStore {
  private final CatalogueRows rows;
  private final CatalogueHeaderRows headers;
  private final WithdrawalRows withdrawals;

  JdbcCatalogueStore(CatalogueRows rows, CatalogueHeaderRows headers, WithdrawalRows withdrawals) {
    this.rows = rows;
    this.headers = headers;
    this.withdrawals = withdrawals;
  }

  @Override
  public long epoch() {
    return rows.epoch();
  }

  @Override
  public void advanceEpoch() {
    if (rows.advanceEpoch() != 1) {
      throw new IllegalStateException("catalogue_epoch has lost its row");
    }
  }

  @Override
  public void insert(Stored stored) {
    Header header = stored.header();
    rows.save(
        new CatalogueRow(
            header.id(),
            header.code(),
            header.version(),
            header.region().value(),
            header.title().zh(),
            header.title().en(),
            stored.document(),
            header.contentHash(),
            header.effectiveFrom(),
            header.effectiveTo(),
            header.publishedAt(),
            header.publishedBy()));
  }

  @Override
  public Optional<Stored> find(String code, int version) {
    return rows.find(code, version).map(JdbcCatalogueStore::toStored);
  }

  @Override
  public Optional<Stored> findByHash(String code, byte[] contentHash) {
    return rows.findByHash(code, contentHash).map(JdbcCatalogueStore::toStored);
  }

  @Override
  public int latestVersion(String code) {
    return rows.latestVersion(code);
  }

  @Override
  public List<Header> listHeaders() {
    return headers.listAll().stream().map(JdbcCatalogueStore::toHeader).toList();
  }

  @Override
  public List<Header> listLatest(RegionCode scope, String afterCode, int limit) {
    return headers.listLatest(scope.value(), scope.last().value(), afterCode, limit).stream()
        .map(JdbcCatalogueStore::toHeader)
        .toList();
  }

  @Override
  public List<Header> listVersions(String code) {
    return headers.listVersions(code).stream().map(JdbcCatalogueStore::toHeader).toList();
  }

  @Override
  public boolean insert(Withdrawal each) {
    return Races.inserted(
        () ->
            withdrawals.insert(
                each.code(),
                each.version(),
                each.from(),
                each.reason(),
                each.withdrawnAt(),
                each.withdrawnBy()));
  }

  @Override
  public List<Withdrawal> listWithdrawals() {
    return withdrawals.listAll().stream().map(JdbcCatalogueStore::toWithdrawal).toList();
  }

  @Override
  public List<Withdrawal> listWithdrawals(String code) {
    return withdrawals.listByCode(code).stream().map(JdbcCatalogueStore::toWithdrawal).toList();
  }

  private static Withdrawal toWithdrawal(WithdrawalRow row) {
    return new Withdrawal(
        row.code(),
        row.version(),
        row.withdrawnFrom(),
        row.reason(),
        row.withdrawnAt(),
        row.withdrawnBy());
  }

  private static Header toHeader(CatalogueHeaderRow row) {
    return new Header(
        row.id(),
        row.code(),
        row.version(),
        new RegionCode(row.region()),
        new Text(row.titleZh(), row.titleEn()),
        row.contentHash(),
        row.effectiveFrom(),
        row.effectiveTo(),
        row.publishedAt(),
        row.publishedBy());
  }

  private static Stored toStored(CatalogueRow row) {
    Header header =
        new Header(
            row.id(),
            row.code(),
            row.version(),
            new RegionCode(row.region()),
            new Text(row.titleZh(), row.titleEn()),
            row.contentHash(),
            row.effectiveFrom(),
            row.effectiveTo(),
            row.publishedAt(),
            row.publishedBy());
    return new Stored(header, row.document());
  }
}
