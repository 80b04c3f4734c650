package org.yongjun.pass.holder;

import java.util.List;

/**
 * What an import did.
 *
 * @param importId names the import in the journal
 * @param outcomes one per line that is not blank, in the order of the file
 */
public record ImportReport(String importId, List<RowOutcome> outcomes) {
  public ImportReport {
    outcomes = List.copyOf(outcomes);
  }

  public int rows() {
    return outcomes.size();
  }

  public int count(RowOutcome.Kind kind) {
    return (int) outcomes.stream().filter(each -> each.kind() == kind).count();
  }
}
