package org.yongjun.pass.venue;

import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps classes of partners; none ever changes. */
public interface PartnerClassStore {
  /** False where the code is taken. */
  boolean insert(PartnerClass created, String createdBy);

  Optional<PartnerClass> find(String code);

  /** Classes of regions that contain {@code region} or lie inside it, by code. */
  List<PartnerClass> list(RegionCode region, int limit);
}
