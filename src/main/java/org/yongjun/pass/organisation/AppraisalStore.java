package org.yongjun.pass.organisation;

import java.util.List;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps appraisals, which are never changed; writes in the caller's transaction. */
public interface AppraisalStore {
  void insert(Appraisal appraisal);

  /** At most {@code limit} of that very region and year, by id. */
  List<Appraisal> list(RegionCode region, int year, String afterId, int limit);

  /** What they come to; vetoes stand as long as fewer were lifted. */
  Score score(RegionCode region, int year);

  /** The sum of a year. */
  record Score(long points, boolean vetoed) {}
}
