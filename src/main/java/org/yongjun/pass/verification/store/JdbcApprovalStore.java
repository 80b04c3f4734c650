package org.yongjun.pass.verification.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.store.Races;
import org.yongjun.pass.verification.Approval;
import org.yongjun.pass.verification.ApprovalStore;
import org.yongjun.pass.verification.Verification;

@Singleton
final class JdbcApprovalStore implements ApprovalStore {
  private final ApprovalRows approvals;
  private final VerificationRows verifications;
  private final JdbcVerificationStore store;

  JdbcApprovalStore(
      ApprovalRows approvals, VerificationRows verifications, JdbcVerificationStore store) {
    this.approvals = approvals;
    this.verifications = verifications;
    this.store = store;
  }

  @Override
  public boolean insert(Approval approval) {
    return Races.inserted(() -> approvals.save(ApprovalRow.of(approval)));
  }

  @Override
  public Optional<Approval> find(String verificationId) {
    return approvals.findById(verificationId).map(ApprovalRow::toDomain);
  }

  @Override
  public List<Verification> listWaiting(RegionCode region, Instant now, String afterId, int limit) {
    return verifications
        .listWaiting(region.value(), region.last().value(), now, afterId, limit)
        .stream()
        .map(store::toDomain)
        .toList();
  }
}
