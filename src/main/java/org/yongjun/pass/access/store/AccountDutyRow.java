package org.yongjun.pass.access.store;

import io.micronaut.data.annotation.MappedEntity;
import org.yongjun.pass.access.Account;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;

/** A row of {@code account_duty}; the venue is empty where there is none. */
@MappedEntity("account_duty")
record AccountDutyRow(String accountId, String role, int region, String venueId) {
  Account.Duty toDuty() {
    return new Account.Duty(
        Role.valueOf(role), new RegionCode(region), venueId.isEmpty() ? null : venueId);
  }
}
