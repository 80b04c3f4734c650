package org.yongjun.pass.venue.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.store.Races;
import org.yongjun.pass.venue.PartnerClass;
import org.yongjun.pass.venue.PartnerClassStore;

@Singleton
final class JdbcPartnerClassStore implements PartnerClassStore {
  private final PartnerClassRows rows;

  JdbcPartnerClassStore(PartnerClassRows rows) {
    this.rows = rows;
  }

  @Override
  public boolean insert(PartnerClass created, String createdBy) {
    return Races.inserted(
        () ->
            rows.save(
                new PartnerClassRow(
                    created.code(),
                    created.region().value(),
                    created.name().zh(),
                    created.name().en(),
                    created.redeems(),
                    createdBy,
                    created.createdAt())));
  }

  @Override
  public Optional<PartnerClass> find(String code) {
    return rows.findByCode(code).map(PartnerClassRow::toClass);
  }

  @Override
  public List<PartnerClass> list(RegionCode region, int limit) {
    List<Integer> above =
        List.of(
            RegionCode.NATION.value(),
            region.province().value(),
            region.city().value(),
            region.value());
    return rows.list(above, region.value(), region.last().value(), limit).stream()
        .map(PartnerClassRow::toClass)
        .toList();
  }
}
