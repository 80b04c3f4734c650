package org.yongjun.pass.holder.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.holder.ImportFault;
import org.yongjun.pass.holder.ImportReport;
import org.yongjun.pass.holder.RowError;
import org.yongjun.pass.holder.RowOutcome;

/** What an import did, line by line. */
@Serdeable
record ImportReportBody(
    String importId,
    int rows,
    int created,
    int updated,
    int unchanged,
    int rejected,
    List<OutcomeBody> outcomes) {
  /**
   * One line.
   *
   * @param row 1 is the first line after the header
   * @param outcome CREATED, UPDATED, UNCHANGED or REJECTED
   * @param holderId absent when rejected
   */
  @Serdeable
  record OutcomeBody(
      int row, RowOutcome.Kind outcome, @Nullable String holderId, List<ErrorBody> errors) {
    static OutcomeBody of(RowOutcome outcome, String language) {
      return new OutcomeBody(
          outcome.row(),
          outcome.kind(),
          outcome.holderId().orElse(null),
          outcome.errors().stream().map(each -> ErrorBody.of(each, language)).toList());
    }
  }

  /**
   * A fault in a line.
   *
   * @param pointer {@code /rows/17/phone}
   * @param detail in the caller's language
   * @param code stable
   */
  @Serdeable
  record ErrorBody(String pointer, String detail, ImportFault code) {
    static ErrorBody of(RowError error, String language) {
      return new ErrorBody(error.pointer(), error.detail().in(language), error.fault());
    }
  }

  static ImportReportBody of(ImportReport report, String language) {
    return new ImportReportBody(
        report.importId(),
        report.rows(),
        report.count(RowOutcome.Kind.CREATED),
        report.count(RowOutcome.Kind.UPDATED),
        report.count(RowOutcome.Kind.UNCHANGED),
        report.count(RowOutcome.Kind.REJECTED),
        report.outcomes().stream().map(each -> OutcomeBody.of(each, language)).toList());
  }
}
