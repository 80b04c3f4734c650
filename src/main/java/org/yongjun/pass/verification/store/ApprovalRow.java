package org.yongjun.pass.verification.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.verification.Approval;

/** A row of {@code approval}; the item ids stand with commas between. */
@MappedEntity("approval")
record ApprovalRow(
    @Id String verificationId,
    String approvedBy,
    Instant approvedAt,
    String venueId,
    int region,
    String itemIds,
    long payableFen,
    long benefitValueFen) {
  static ApprovalRow of(Approval approval) {
    return new ApprovalRow(
        approval.verificationId(),
        approval.approvedBy(),
        approval.approvedAt(),
        approval.venueId(),
        approval.region().value(),
        String.join(",", approval.itemIds()),
        approval.payableFen(),
        approval.benefitValueFen());
  }

  Approval toDomain() {
    return new Approval(
        verificationId,
        approvedBy,
        approvedAt,
        venueId,
        new RegionCode(region),
        List.of(itemIds.split(",")),
        payableFen,
        benefitValueFen);
  }
}
