package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.MappedEntity;
import org.yongjun.pass.venue.Inspection;

/** Sums over {@code inspection_venue}. */
@MappedEntity("inspection_venue")
record InspectionResultRow(
    int drawn,
    int checked,
    int passed,
    int toRectify,
    int rectified,
    int suspended,
    int delisted,
    int stillOpen) {
  Inspection.Result toResult() {
    return new Inspection.Result(
        drawn, checked, passed, toRectify, rectified, suspended, delisted, stillOpen);
  }
}
