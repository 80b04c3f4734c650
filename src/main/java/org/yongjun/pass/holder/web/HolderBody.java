package org.yongjun.pass.holder.web;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.HolderStatus;
import org.yongjun.pass.holder.HolderView;
import org.yongjun.pass.kernel.HolderClass;

/**
 * A holder as an officer sees one.
 *
 * @param tag sixteen hex digits
 * @param homeRegion six digits, GB/T 2260
 * @param validFrom ISO date, like {@code validUntil}; both inclusive
 * @param maskedName surname + 某; absent once erased
 */
@Serdeable
record HolderBody(
    String holderId,
    String tag,
    @Nullable String maskedName,
    String homeRegion,
    List<HolderClass> classes,
    int meritClass,
    int disabilityGrade,
    LocalDate validFrom,
    LocalDate validUntil,
    HolderStatus status) {
  static HolderBody of(HolderView view) {
    HolderRecord holder = view.holder();
    return new HolderBody(
        holder.id(),
        holder.tag().hex(),
        view.maskedName(),
        holder.homeRegion().toString(),
        holder.classes().list(),
        holder.meritClass(),
        holder.disabilityGrade(),
        holder.validFrom(),
        holder.validUntil(),
        holder.status());
  }
}
