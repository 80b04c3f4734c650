package org.yongjun.pass.benefit.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;

/** A row of {@code catalogue_withdrawal}; its key is code, version and day. */
@MappedEntity("catalogue_withdrawal")
record WithdrawalRow(
    @Id String code,
    int version,
    LocalDate withdrawnFrom,
    String reason,
    Instant withdrawnAt,
    String withdrawnBy) {}
