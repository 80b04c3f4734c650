package org.yongjun.pass.offline.rule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an item comes from.
 *
 * @param document the title of the document
 * @param number its 文号, null where the document states none
 * @param date its date, null where it is not stated
 * @param quote the words of the document that make the item, null where not recorded
 * @param references keys under which the item is known elsewhere, e.g. in a register of programmes
 */
public record Source(
    String document,
    @Nullable String number,
    @Nullable LocalDate date,
    @Nullable String quote,
    List<String> references) {
  public Source {
    references = List.copyOf(references);
  }
}
