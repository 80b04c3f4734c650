package org.yongjun.pass.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;

/**
 * An office, a service station or an association.
 *
 * @param code what the office's own files call it; one for the whole country
 * @param level null for an association that belongs to none
 * @param parentId null for the top of a tree
 * @param openedOn the first day
 * @param closedOn the last day, inclusive; {@link #OPEN} while there is none
 * @param onMapsSince the day since when public maps show it; null where they do not
 */
public record Unit(
    String id,
    String code,
    Kind kind,
    @Nullable String level,
    @Nullable String parentId,
    RegionCode region,
    String name,
    LocalDate openedOn,
    LocalDate closedOn,
    @Nullable LocalDate onMapsSince,
    List<String> duties) {
  public static final LocalDate OPEN = LocalDate.of(9999, 12, 31);
  public static final String CODE_PATTERN = "[A-Za-z0-9][A-Za-z0-9_-]{0,39}";
  public static final int NAME_LENGTH_MAX = 120;
  public static final int DUTIES_MAX = 8;
  public static final int DUTY_LENGTH_MAX = 40;

  /** Stands between duties where they are one text, so no duty has it. */
  public static final String DUTY_SEPARATOR = ";";

  public static final String DUTY_PATTERN = "[^;\\p{Cntrl}]{1,40}";

  /** What a unit is. */
  public enum Kind {
    OFFICE,
    STATION,
    /** A federation or other association beside the offices; counted apart. */
    ASSOCIATION
  }

  public Unit {
    duties = List.copyOf(duties);
  }

  public boolean isOpenOn(LocalDate day) {
    return !day.isBefore(openedOn) && !day.isAfter(closedOn);
  }
}
