package org.yongjun.pass.redemption;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.verification.BillLine;
import org.yongjun.pass.verification.Examiner;
import org.yongjun.pass.verification.Presented;
import org.yongjun.pass.verification.ShownAs;
import org.yongjun.pass.verification.ShownCode;
import org.yongjun.pass.verification.Stay;
import org.yongjun.pass.verification.Verification;
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
    return useKey(terminal.id(), command.idempotencyKey(), code);
  }

  /** The same for a tap, whose client id is the key. */
  static String useKey(String terminalId, String key, ShownCode code) {
    String shownAs = code.shownAs().text();
    return code.isCard() ? shownAs + ":" + terminalId + ":" + key : shownAs;
  }

  /**
   * Opens the visit or joins it.
   *
   * @param parts of the bill, with what each of them gets
   * @return how many redemptions of the visit stand with this one
   * @throws Recorder.Undo with what was lost to another request
   */
  int take(RedeemCommand command, Visit visit, List<PartQuote> parts) {
    ShownCode code = visit.code();
    if (!examiner.holdActive(code)) {
      throw new Recorder.Undo(Recorder.Race.CODE_REVOKED);
    }
    // Neither a card nor a visit has a counter that would end its verification with it.
    if (!code.isSpentByUse()
        && command instanceof RedeemCommand.OfVerification(String key, String id)
        && !verifications.spend(id)) {
      throw new Recorder.Undo(Recorder.Race.VERIFICATION_USED);
    }
    int standing = code.shownAs() instanceof ShownAs.Visit ? join(visit) : open(visit);
    takeStays(command, visit, parts);
    return standing;
  }

  private int join(Visit visit) {
    int standing = ledger.join(visit, examiner.cardUsesPerDay());
    if (standing == 0) {
      throw new Recorder.Undo(Recorder.Race.CARD_USED_UP);
    }
    return standing;
  }

  private int open(Visit visit) {
    ShownCode code = visit.code();
    if (!ledger.open(visit)) {
      throw new Recorder.Undo(Recorder.Race.CODE_USED);
    }
    boolean isUsedUp =
        code.isCard() && !ledger.takeCardUse(code, visit.businessDay(), examiner.cardUsesPerDay());
    if (isUsedUp) {
      throw new Recorder.Undo(Recorder.Race.CARD_USED_UP);
    }
    return 1;
  }

  /**
   * A parked vehicle's stay is redeemed once, by its own card or by whoever drives it; a driver who
   * gets nothing for it leaves it to the card.
   */
  private void takeStays(RedeemCommand command, Visit visit, List<PartQuote> parts) {
    Set<String> benefitted =
        parts.stream()
            .filter(part -> !part.layers().isEmpty())
            .map(PartQuote::key)
            .collect(Collectors.toSet());
    List<Stay> stays =
        bill(command).stream()
            .filter(line -> benefitted.contains(line.key()))
            .flatMap(line -> Stream.ofNullable(line.stay()))
            .distinct()
            .toList();
    if (!stays.stream().allMatch(stay -> ledger.takeStay(visit, stay))) {
      throw new Recorder.Undo(Recorder.Race.STAY_REDEEMED);
    }
  }

  private List<BillLine> bill(RedeemCommand command) {
    return switch (command) {
      case RedeemCommand.OfBill(String key, Presented presented) ->
          examiner.identified(presented).bill();
      case RedeemCommand.OfVerification(String key, String id) ->
          verifications.findById(id).map(Verification::bill).orElse(List.of());
    };
  }
}
