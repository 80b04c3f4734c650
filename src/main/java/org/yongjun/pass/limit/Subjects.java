package org.yongjun.pass.limit;

import org.yongjun.pass.offline.rule.Limit;

/**
 * Who uses a benefit, and where.
 *
 * @param person the pseudonym that the ledger keeps: the same for every phone and card of a person
 * @param household the pseudonym of the person's household; the person's own where there is none,
 *     so that whoever belongs to no household counts alone
 */
public record Subjects(String person, String household, String venueId) {
  /** What ITEM and PROGRAMME count under: everybody together. */
  private static final String ALL = "";

  /** A person who belongs to no household. */
  public Subjects(String person, String venueId) {
    this(person, person, venueId);
  }

  String valueFor(Limit.Subject subject) {
    return switch (subject) {
      case HOLDER -> person;
      case HOUSEHOLD -> household;
      case VENUE -> venueId;
      case ITEM, PROGRAMME -> ALL;
    };
  }
}
