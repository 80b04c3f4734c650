package org.yongjun.pass.verification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.certificate.Certificates;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.HolderStatus;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.Evaluation;
import org.yongjun.pass.offline.rule.HolderFacts;
import org.yongjun.pass.offline.rule.Trace;
import org.yongjun.pass.offline.verify.CodeVerdict;
import org.yongjun.pass.offline.verify.CodeVerifier;
import org.yongjun.pass.offline.verify.Reader;
import org.yongjun.pass.offline.verify.StatusView;
import org.yongjun.pass.offline.verify.VerifiedCode;
import org.yongjun.pass.offline.verify.Views;
import org.yongjun.pass.venue.Venue;

/**
 * Decides online, by the same verifier and evaluator that a gate runs, on facts from the register
 * instead of from the code alone. It keeps nothing.
 */
public final class Examiner {
  /** The days of programmes are China's. */
  public static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");

  private static final Trace NO_TRACE = new Trace(List.of());

  private final CodeVerifier verifier;
  private final Quotes quotes;
  private final Views views;
  private final Holders holders;
  private final Clock clock;

  public Examiner(
      CodeVerifier verifier,
      Quotes quotes,
      Certificates certificates,
      UsedCodes usedCodes,
      Holders holders,
      Clock clock) {
    this.verifier = verifier;
    this.quotes = quotes;
    this.views =
        new Views(
            (issuer, index, issuedAt, now) ->
                certificates.isActive(issuer, index)
                    ? StatusView.Status.GOOD
                    : StatusView.Status.REVOKED,
            usedCodes::isUsed,
            (issuer, tag, now) -> false);
    this.holders = holders;
    this.clock = clock;
  }

  /** Examines a code as it is shown. */
  public Examination examine(
      Caller terminal, Venue venue, Presented presented, List<BillPart> bill) {
    Instant now = clock.instant();
    Reader reader = terminal.role() == Role.GATE ? Reader.UNATTENDED : Reader.ATTENDED;
    CodeVerdict verdict = verifier.verify(presented.code(), reader, views, now.getEpochSecond());
    return switch (verdict) {
      case CodeVerdict.Accepted(VerifiedCode code) when !code.isStaticCard() ->
          evaluate(ShownCode.of(code), venue, bill, presented.channel(), now);
      case CodeVerdict.Accepted accepted ->
          refused(ReasonCode.STAFF_CHECK_REQUIRED, Optional.empty(), now);
      case CodeVerdict.Refused(ReasonCode reason, Optional<VerifiedCode> code) ->
          refused(reason, code.filter(c -> !c.isStaticCard()).map(ShownCode::of), now);
    };
  }

  /** Examines again what an earlier verification accepted: state and rules may have changed. */
  public Examination examineAgain(Verification earlier, Venue venue, List<BillPart> bill) {
    Instant now = clock.instant();
    ShownCode code = earlier.code();
    boolean isGood =
        views.status().ask(code.issuer(), code.bindingIndex(), 0, now.getEpochSecond())
            == StatusView.Status.GOOD;
    if (!isGood) {
      return refused(ReasonCode.REVOKED, Optional.of(code), now);
    }
    if (views.replay().seen(code.issuer(), code.bindingIndex(), code.counter())) {
      return refused(ReasonCode.REPLAYED, Optional.of(code), now);
    }
    return evaluate(code, venue, bill, earlier.channel(), now);
  }

  /**
   * Evaluates again what was granted, after others used up a limit that it counted on: the same
   * facts at the same moment, only the usage is read anew.
   */
  public Examination reevaluate(Examination.Granted earlier) {
    return evaluate(
        earlier.code(), earlier.venue(), earlier.bill(), earlier.channel(), earlier.at());
  }

  private Examination evaluate(
      ShownCode code, Venue venue, List<BillPart> bill, String channel, Instant now) {
    Optional<HolderRecord> found = holders.findByTag(code.holderTag());
    if (found.isEmpty() || !isEntitled(found.get(), now)) {
      return refused(ReasonCode.REVOKED, Optional.of(code), now);
    }
    HolderRecord holder = found.get();
    HolderFacts facts = factsOf(holder);
    Quotes.Quoted quoted = quotes.quote(code, facts, venue, bill, channel, now);
    return switch (quoted.evaluation()) {
      case Evaluation.Granted granted ->
          new Examination.Granted(
              code,
              holder.id(),
              facts,
              venue,
              bill,
              channel,
              now,
              granted,
              quoted.usage().readings());
      case Evaluation.Refused(ReasonCode reason, Text explanation, Trace trace) ->
          new Examination.Refused(reason, explanation, Optional.of(code), trace, now);
    };
  }

  /** An entitlement that ended ends the certificate with it. */
  static boolean isEntitled(HolderRecord holder, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, BUSINESS_ZONE);
    return holder.status() == HolderStatus.ACTIVE
        && !today.isBefore(holder.validFrom())
        && !today.isAfter(holder.validUntil());
  }

  static HolderFacts factsOf(HolderRecord holder) {
    return new HolderFacts(
        holder.classes(),
        holder.homeRegion(),
        holder.meritClass(),
        holder.disabilityGrade(),
        null,
        Set.of(),
        Set.of());
  }

  private static Examination refused(ReasonCode reason, Optional<ShownCode> code, Instant now) {
    return new Examination.Refused(reason, reason.text(), code, NO_TRACE, now);
  }
}
