package org.yongjun.pass.organisation;

import org.yongjun.pass.kernel.RegionCode;

/**
 * A level of the tree.
 *
 * @param region where the level may be used
 * @param rank a unit hangs below one of a smaller rank
 */
public record Level(String code, RegionCode region, String title, int rank) {
  public static final String CODE_PATTERN = "[a-z][a-z0-9-]{0,31}";
  public static final int TITLE_LENGTH_MAX = 60;
  public static final int RANK_MAX = 1_000;
}
