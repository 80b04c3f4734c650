package org.yongjun.pass.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps the double list; writes in the caller's transaction. */
public interface MutualTaskStore {
  void insert(MutualTask task, String createdBy, Instant createdAt);

  Optional<MutualTask> find(String id);

  /** At most {@code limit} tasks of the region, by id. */
  List<MutualTask> list(RegionCode scope, String afterId, int limit);

  /** False, and nothing written, when it is closed already. */
  boolean close(String id, LocalDate day);

  /** The tasks listed by {@code day}, one line per side that has some. */
  List<Count> count(RegionCode scope, LocalDate day);

  /** Tasks of one side: closed and open ones add up to the total, overdue ones are open. */
  record Count(MutualTask.Side side, long total, long closed, long overdue) {}
}
