package org.yongjun.pass.redemption;

import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.verification.Examiner;
import org.yongjun.pass.verification.ShownCode;
import org.yongjun.pass.verification.VerificationStore;

/**
 * Spends what was shown, in the recorder's transaction: an active certificate, a verification, a
 * code, a use of a card. Each is decided by the database, and in one order for all.
 */
public final class Spending {
  private final Examiner examiner;
  private final VerificationStore verifications;
  private final Ledger ledger;

  public Spending(Examiner examiner, VerificationStore verifications, Ledger ledger) {
    this.examiner = examiner;
    this.verifications = verifications;
    this.ledger = ledger;
  }

  /** A phone's code and a short code open one visit; a card one per tap of a terminal. */
  static String useKey(Caller terminal, RedeemCommand command, ShownCode code) {
    String shownAs = code.shownAs().text();
    return code.isCard() ? shownAs + ":" + terminal.id() + ":" + command.idempotencyKey() : shownAs;
  }

  /** Opens the visit, or says what was lost to another request. */
  Optional<Recorder.Race> take(RedeemCommand command, Visit visit) {
    ShownCode code = visit.code();
    if (!examiner.holdActive(code)) {
      return Optional.of(Recorder.Race.CODE_REVOKED);
    }
    // A card has no counter that would end its verification with it.
    if (code.isCard()
        && command instanceof RedeemCommand.OfVerification(String key, String id)
        && !verifications.spend(id)) {
      return Optional.of(Recorder.Race.VERIFICATION_USED);
    }
    if (!ledger.open(visit)) {
      return Optional.of(Recorder.Race.CODE_USED);
    }
    boolean isUsedUp =
        code.isCard() && !ledger.takeCardUse(code, visit.businessDay(), examiner.cardUsesPerDay());
    return isUsedUp ? Optional.of(Recorder.Race.CARD_USED_UP) : Optional.empty();
  }
}
