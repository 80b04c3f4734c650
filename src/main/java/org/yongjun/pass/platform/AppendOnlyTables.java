package org.yongjun.pass.platform;

import java.util.List;

/** The tables of which the application may add and read rows, and nothing else. */
public final class AppendOnlyTables {
  /**
   * Kept equal to the first list of {@code afterMigrate.sql}; the start is refused where the
   * database allows more than that.
   */
  public static final List<String> NAMES =
      List.of(
          "appraisal",
          "approval",
          "attempt",
          "card_event",
          "card_report",
          "catalogue_version",
          "catalogue_withdrawal",
          "collection",
          "inspection_note",
          "journal_entry",
          "ledger_entry",
          "partner_class",
          "person_event",
          "reservation_charge",
          "status_change",
          "survivor_claim",
          "tap",
          "venue_call",
          "venue_event",
          "venue_group",
          "venue_stock_entry");

  private AppendOnlyTables() {}
}
