package org.yongjun.pass.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yongjun.pass.kernel.RegionCode;

/**
 * One state change.
 *
 * @param subjectId the id of what changed
 * @param actor the principal's id
 * @param content what an auditor needs to see the change, by name; never personal data or a code
 */
public record JournalEntry(
    JournalKind kind,
    String subjectId,
    RegionCode region,
    String actor,
    String requestId,
    Instant at,
    SortedMap<String, String> content) {
  public JournalEntry {
    content = Collections.unmodifiableSortedMap(new TreeMap<>(content));
  }

  public JournalEntry(
      JournalKind kind,
      String subjectId,
      RegionCode region,
      String actor,
      String requestId,
      Instant at,
      Map<String, String> content) {
    this(kind, subjectId, region, actor, requestId, at, new TreeMap<>(content));
  }
}
