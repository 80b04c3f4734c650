package org.yongjun.pass.verification.store;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.yongjun.pass.verification.SurvivorClaim;
import org.yongjun.pass.verification.SurvivorClaimStore;

@Singleton
final class JdbcSurvivorClaims implements SurvivorClaimStore {
  private final SurvivorClaimRows rows;

  JdbcSurvivorClaims(SurvivorClaimRows rows) {
    this.rows = rows;
  }

  @Override
  public void insert(SurvivorClaim claim) {
    rows.save(SurvivorClaimRow.of(claim));
  }

  @Override
  public Optional<SurvivorClaim> findById(String id) {
    return rows.findById(id).map(SurvivorClaimRow::toDomain);
  }
}
