package org.yongjun.pass.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Share;

/**
 * The organisation of a region as of a day.
 *
 * @param levels offices and stations by level, by rank; they add up to the total
 * @param parts the same by part of the region and level; they add up to the levels
 * @param total offices and stations, without associations
 * @param coverage units of what should exist, over all levels that have a target
 */
public record OrganisationFigure(
    RegionCode region,
    LocalDate day,
    List<OfLevel> levels,
    List<OfPart> parts,
    Sums total,
    Share coverage,
    long associations,
    List<MutualTaskStore.Count> tasks) {
  /** Units, those that public maps show, and people. */
  public record Sums(long units, long offices, long onMaps, long fullTime, long partTime) {
    static final Sums NONE = new Sums(0, 0, 0, 0, 0);

    Sums plus(OrganisationStore.Cell cell) {
      return new Sums(
          units + cell.units(),
          offices + (cell.kind() == Unit.Kind.OFFICE ? cell.units() : 0),
          onMaps + cell.onMaps(),
          fullTime + cell.fullTime(),
          partTime + cell.partTime());
    }

    public long people() {
      return fullTime + partTime;
    }
  }

  /**
   * Units of one level.
   *
   * @param coverage undefined where nobody has said how many there should be
   */
  public record OfLevel(Level level, Sums sums, Share coverage) {}

  /** Units of one level in a part directly below the region, or in the region itself. */
  public record OfPart(RegionCode region, String level, Sums sums, @Nullable Integer shouldExist) {}
}
