package org.yongjun.pass.offline.rule;

import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Fen;

/**
 * What must be seen besides the code.
 *
 * @param photoCheck whether staff compare the person with a photo
 * @param approvalAboveFen where the item gives more benefit value than this in one bill, a second
 *     person of the venue approves; null where nobody needs to. Approvals are given online
 */
public record Proof(boolean photoCheck, @Nullable Long approvalAboveFen) {
  public static final Proof NONE = new Proof(false);

  public Proof {
    if (approvalAboveFen != null) {
      Fen.requireAmount(approvalAboveFen);
    }
  }

  public Proof(boolean photoCheck) {
    this(photoCheck, null);
  }
}
