package org.yongjun.pass.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;

/**
 * A task of the double list.
 *
 * @param owner the body that answers for it
 * @param listedOn since when it stands on the list
 * @param closedOn null while it is open
 */
public record MutualTask(
    String id,
    RegionCode region,
    String title,
    Side side,
    String owner,
    LocalDate listedOn,
    LocalDate dueOn,
    @Nullable LocalDate closedOn) {
  public static final int TITLE_LENGTH_MAX = 200;
  public static final int OWNER_LENGTH_MAX = 120;

  /** For whom a task is done. */
  public enum Side {
    /** What the locality does for its troops. */
    FOR_TROOPS,
    /** What the troops do for their locality. */
    FOR_LOCALITY
  }
}
