package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.venue.PartnerClass;

/** A row of {@code partner_class}. */
@MappedEntity("partner_class")
record PartnerClassRow(
    @Id String code,
    int region,
    String nameZh,
    String nameEn,
    boolean redeems,
    String createdBy,
    Instant createdAt) {
  PartnerClass toClass() {
    return new PartnerClass(
        code, new RegionCode(region), new Text(nameZh, nameEn), redeems, createdAt);
  }
}
