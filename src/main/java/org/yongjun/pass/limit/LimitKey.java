package org.yongjun.pass.limit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Limit;

/**
 * Names one limit counter. Neither an item's version nor the limit's maximum is part of it: a new
 * version with another maximum goes on from what was used.
 *
 * @param scope an item's id, or with PROGRAMME a catalogue's code
 * @param subjectValue a person's pseudonym or a venue's id; empty where everybody counts together
 * @param periodStart the first business day of the period
 */
public record LimitKey(
    String scope,
    Limit.Subject subject,
    String subjectValue,
    Limit.Period period,
    LocalDate periodStart,
    Limit.Unit unit)
    implements Comparable<LimitKey> {
  private static final Comparator<LimitKey> ORDER =
      Comparator.comparing(LimitKey::scope)
          .thenComparing(LimitKey::subject)
          .thenComparing(LimitKey::subjectValue)
          .thenComparing(LimitKey::period)
          .thenComparing(LimitKey::periodStart)
          .thenComparing(LimitKey::unit);

  static LimitKey of(Item item, Limit limit, Subjects subjects, Instant at) {
    return new LimitKey(
        limit.scopeOf(item),
        limit.subject(),
        subjects.valueFor(limit.subject()),
        limit.period(),
        limit.periodStart(item, at),
        limit.unit());
  }

  /** The order in which every transaction locks counters. */
  @Override
  public int compareTo(LimitKey other) {
    return ORDER.compare(this, other);
  }
}
