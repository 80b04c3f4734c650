package org.yongjun.pass.limit;

import org.yongjun.pass.offline.rule.Limit;

/**
 * Who uses a benefit, and where.
 *
 * @param person the pseudonym that the ledger keeps: the same for every phone and card of a person
 */
public record Subjects(String person, String venueId) {
  /** What ITEM and PROGRAMME count under: everybody together. */
  private static final String ALL = "";

  /** The register knows no households yet, so that each person counts as one of their own. */
  String valueFor(Limit.Subject subject) {
    return switch (subject) {
      case HOLDER, HOUSEHOLD -> person;
      case VENUE -> venueId;
      case ITEM, PROGRAMME -> ALL;
    };
  }
}
