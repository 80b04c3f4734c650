package org.yongjun.pass.verification.store;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.yongjun.pass.platform.store.Races;
import org.yongjun.pass.verification.SurvivorClaim;
import org.yongjun.pass.verification.SurvivorClaimStore;

@Singleton
final class JdbcSurvivorClaims implements SurvivorClaimStore {
  private final SurvivorClaimRows rows;

  JdbcSurvivorClaims(SurvivorClaimRows rows) {
    this.rows = rows;
  }

  @Override
  public boolean insert(SurvivorClaim claim) {
    return Races.inserted(() -> rows.save(SurvivorClaimRow.of(claim)));
  }

  @Override
  public Optional<SurvivorClaim> findByPaper(
      String deceasedHolderId, String venueId, String documentIndex) {
    return rows.findByPaper(deceasedHolderId, venueId, documentIndex)
        .map(SurvivorClaimRow::toDomain);
  }

  @Override
  public Optional<SurvivorClaim> findById(String id) {
    return rows.findById(id).map(SurvivorClaimRow::toDomain);
  }
}
