package org.yongjun.pass.offline.rule;

import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Fen;

/**
 * One line of a bill.
 *
 * @param label what is paid for, e.g. {@code ADMISSION} or {@code FARE}; rules apply by this word
 * @param companion 0 for the holder's own part, 1 … {@link Companions#COUNT_MAX} for a person who
 *     comes along
 * @param listFen the list price in fen
 * @param referenceFen what this person would pay today without the programme, in fen, at most the
 *     list price; 0 where it is free for everyone
 * @param referenceReason why that is less than the list price, null where it was not said
 * @param milliUnits how much is bought, in 0.001 of the label's unit (45.678 litres are 45678); 0
 *     where it was not said
 */
public record BillPart(
    String label,
    int companion,
    long listFen,
    long referenceFen,
    @Nullable ReferenceReason referenceReason,
    long milliUnits) {
  /** The longest label of a companion's part, so that its key is no longer than a label may be. */
  public static final int COMPANION_LABEL_MAX = 28;

  public BillPart {
    if (label.isEmpty()) {
      throw new IllegalArgumentException("a bill part needs a label");
    }
    if (companion < 0 || companion > Companions.COUNT_MAX) {
      throw new IllegalArgumentException("companion " + companion);
    }
    if (companion > 0 && label.length() > COMPANION_LABEL_MAX) {
      throw new IllegalArgumentException("the label of a companion's part is too long");
    }
    Fen.requireAmount(listFen);
    Fen.requireAmount(referenceFen);
    if (referenceFen > listFen) {
      throw new IllegalArgumentException("reference price above list price");
    }
    if (milliUnits < 0 || milliUnits > Fen.MILLI_UNITS_MAX) {
      throw new IllegalArgumentException("thousandths of a unit " + milliUnits);
    }
  }

  /** The holder's own part, of which nothing else was said. */
  public BillPart(String label, long listFen, long referenceFen) {
    this(label, 0, listFen, referenceFen, null, 0);
  }

  /** Names the part within its bill: {@code TICKET}, or {@code TICKET#2} for the 2nd companion. */
  public String key() {
    return keyOf(label, companion);
  }

  static String keyOf(String label, int companion) {
    return companion == 0 ? label : label + "#" + companion;
  }

  /** The same part with another reference price, and why. */
  public BillPart atReference(long fen, @Nullable ReferenceReason reason) {
    return new BillPart(label, companion, listFen, fen, reason, milliUnits);
  }
}
