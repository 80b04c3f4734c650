package org.yongjun.pass.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;

/** A unit as an office states it, with the staff that it begins with. */
public record UnitDraft(
    String code,
    Unit.Kind kind,
    @Nullable String level,
    @Nullable String parentCode,
    RegionCode region,
    String name,
    LocalDate openedOn,
    @Nullable LocalDate onMapsSince,
    List<String> duties,
    int fullTime,
    int partTime) {}
