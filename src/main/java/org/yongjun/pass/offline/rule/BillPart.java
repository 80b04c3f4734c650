package org.yongjun.pass.offline.rule;

import org.yongjun.pass.kernel.Fen;

/**
 * One line of a bill.
 *
 * @param label what is paid for, e.g. {@code ADMISSION} or {@code FARE}; rules apply by this word
 * @param listFen the list price in fen
 * @param referenceFen what this person would pay today without the programme, in fen, at most the
 *     list price; 0 where it is free for everyone
 */
public record BillPart(String label, long listFen, long referenceFen) {
  public BillPart {
    if (label.isEmpty()) {
      throw new IllegalArgumentException("a bill part needs a label");
    }
    Fen.requireAmount(listFen);
    Fen.requireAmount(referenceFen);
    if (referenceFen > listFen) {
      throw new IllegalArgumentException("reference price above list price");
    }
  }
}
