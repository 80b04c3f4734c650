package org.yongjun.pass.venue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;

/** Sums over the entries of the register. */
public interface VenueFigureStore {
  /** The groups of a question in the order of their keys; one without a key where it names none. */
  List<VenueFigure.Line> sum(VenueFigureQuery query, VenueStanding.Measure measure, int limit);

  VenueFigure.Counts count(RegionCode region, LocalDate asOf, Optional<VenueKind> kind);
}
