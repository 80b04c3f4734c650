package org.yongjun.pass.offline.gate;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.bundle.GateBundle;
import org.yongjun.pass.offline.bundle.GateFare;
import org.yongjun.pass.offline.bundle.GateSettings;
import org.yongjun.pass.offline.rule.Evaluation;
import org.yongjun.pass.offline.rule.Evaluator;
import org.yongjun.pass.offline.rule.HolderFacts;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.offline.rule.Situation;
import org.yongjun.pass.offline.rule.Usage;
import org.yongjun.pass.offline.token.CertificateFields;
import org.yongjun.pass.offline.verify.CodeVerdict;
import org.yongjun.pass.offline.verify.CodeVerifier;
import org.yongjun.pass.offline.verify.PassbackView;
import org.yongjun.pass.offline.verify.Reader;
import org.yongjun.pass.offline.verify.ReplayKey;
import org.yongjun.pass.offline.verify.VerifiedCode;
import org.yongjun.pass.offline.verify.Views;

/**
 * All checks of one passage by one bundle, in the order of the reasons; writes nothing. First the
 * code, by the verifier that the server runs too, then the venue's benefits, then the gate's own
 * limits. A way out is checked by the code alone, so that nobody is kept inside by a rule.
 */
final class GateChecks {
  /** How often a static card is used in a day. */
  static final int CARD_USES_PER_DAY = 4;

  private final GateBundle bundle;
  private final CodeVerifier verifier;
  private final GateMemory memory;
  private final Passage passage;
  private final long nowSeconds;

  GateChecks(
      GateBundle bundle,
      CodeVerifier verifier,
      GateMemory memory,
      Passage passage,
      long nowSeconds) {
    this.bundle = bundle;
    this.verifier = verifier;
    this.memory = memory;
    this.passage = passage;
    this.nowSeconds = nowSeconds;
  }

  /** What the checks say. */
  sealed interface Judgement {
    /**
     * @param grant null for a way out
     */
    record Admitted(
        VerifiedCode code, GateEntry.@Nullable Grant grant, Set<GateFlag> flags, boolean staffCheck)
        implements Judgement {}

    /**
     * @param code present where every signature held
     */
    record Refused(ReasonCode reason, Text explanation, Optional<VerifiedCode> code)
        implements Judgement {}
  }

  /** Why something is not granted. */
  private record Refusal(ReasonCode reason, Text explanation) {
    static Refusal of(ReasonCode reason) {
      return new Refusal(reason, reason.text());
    }
  }

  Judgement judge(String text) {
    Reader reader = new Reader(passage.staffConfirmed() || bundle.terminal().attended());
    CodeVerdict verdict = verifier.verify(text, reader, views(), nowSeconds);
    if (verdict instanceof CodeVerdict.Refused refused) {
      return new Judgement.Refused(refused.reason(), explain(refused), refused.code());
    }
    VerifiedCode code = ((CodeVerdict.Accepted) verdict).code();
    return passage.direction() == Direction.OUT
        ? admitOut(code)
        : judgeBenefit(code, reader.attended());
  }

  private Views views() {
    PassbackView passback = passage.direction() == Direction.IN ? this::isTooSoon : NO_PASSBACK;
    return new Views(
        bundle.statuses(),
        (issuer, index, counter) -> memory.isSpent(new ReplayKey(issuer, index, counter)),
        passback);
  }

  private static final PassbackView NO_PASSBACK = (issuer, tag, now) -> false;

  private boolean isTooSoon(int issuer, HolderTag tag, long now) {
    return findInside(issuer, tag).isPresent()
        || memory.isTooSoon(issuer, tag, bundle.settings().antiPassbackSeconds(), now);
  }

  private Optional<GateMemory.Presence> findInside(int issuer, HolderTag tag) {
    return bundle.settings().exitRequired()
        ? memory.findInside(issuer, tag, nowSeconds)
        : Optional.empty();
  }

  /** A person who is inside is told where they came in. */
  private Text explain(CodeVerdict.Refused refused) {
    return refused
        .code()
        .filter(code -> refused.reason() == ReasonCode.TOO_SOON)
        .flatMap(code -> findInside(code.issuer(), code.fields().holderTag()))
        .map(
            inside ->
                new Text(
                    "已在“" + inside.gate() + "”入场，尚未出场",
                    "Already inside: came in at gate " + inside.gate() + " and has not left"))
        .orElse(refused.reason().text());
  }

  private Judgement admitOut(VerifiedCode code) {
    return new Judgement.Admitted(code, null, flags(code), needsLook(code, false));
  }

  private Judgement judgeBenefit(VerifiedCode code, boolean isAttended) {
    Instant at = Instant.ofEpochSecond(nowSeconds);
    Optional<GateFare> fare = bundle.findPassage();
    if (fare.isEmpty()) {
      return refuse(code, Refusal.of(ReasonCode.NOT_PRICED), null);
    }
    CertificateFields fields = code.fields();
    Situation situation =
        new Situation(
            HolderFacts.ofCode(
                fields.classes(),
                fields.homeRegion(),
                fields.meritClass(),
                fields.disabilityGrade()),
            bundle.venue(),
            List.of(fare.get().billPart(BusinessTime.dayOf(at))),
            "",
            at,
            Usage.NONE,
            false);
    Evaluation evaluation = new Evaluator(bundle::nameOf).evaluate(situation, bundle.listItems(at));
    Refusal own = findOwnRefusal(code);
    if (evaluation instanceof Evaluation.Refused refused) {
      return refuse(code, new Refusal(refused.reason(), refused.explanation()), own);
    }
    Evaluation.Granted granted = (Evaluation.Granted) evaluation;
    if (granted.photoCheck() && !isAttended) {
      return refuse(code, Refusal.of(ReasonCode.STAFF_CHECK_REQUIRED), null);
    }
    return own == null ? admitIn(code, granted) : refuse(code, own, null);
  }

  /** The gravest, that is the first in the order of reasons. */
  private static Judgement refuse(VerifiedCode code, Refusal one, @Nullable Refusal other) {
    Refusal first = other != null && other.reason().number() < one.reason().number() ? other : one;
    return new Judgement.Refused(first.reason(), first.explanation(), Optional.of(code));
  }

  /** The gate's own limits, and the end of its bundle where its operator wants it closed then. */
  private @Nullable Refusal findOwnRefusal(VerifiedCode code) {
    Text limit = findReachedLimit(code);
    if (limit != null) {
      return new Refusal(ReasonCode.LIMIT_REACHED, limit);
    }
    return bundle.isExpired(nowSeconds) && !bundle.settings().failOpen()
        ? new Refusal(
            ReasonCode.NEEDS_NETWORK,
            new Text("闸机数据包已到期，请联网更新", "This gate's bundle has expired; connect it to the network"))
        : null;
  }

  private @Nullable Text findReachedLimit(VerifiedCode code) {
    GateSettings settings = bundle.settings();
    CertificateFields fields = code.fields();
    if (code.isStaticCard()
        && memory.countOfCard(code.issuer(), fields.bindingIndex(), nowSeconds)
            >= CARD_USES_PER_DAY) {
      return limitText("此卡", CARD_USES_PER_DAY, "This card is");
    }
    int person = settings.dailyLimitPerHolder();
    if (person > 0
        && memory.countOfPerson(passage.gate(), code.issuer(), fields.holderTag(), nowSeconds)
            >= person) {
      return limitText("每人在此闸机", person, "A person is");
    }
    int gate = settings.dailyLimitPerGate();
    return gate > 0 && memory.countAtGate(passage.gate(), nowSeconds) >= gate
        ? limitText("此闸机", gate, "This gate is")
        : null;
  }

  private static Text limitText(String zhWho, int limit, String enWho) {
    return new Text(
        zhWho + "每天限 " + limit + " 次，已用完",
        enWho + " limited to " + limit + " use(s) a day here; this is used up");
  }

  private Judgement admitIn(VerifiedCode code, Evaluation.Granted granted) {
    PartQuote part = granted.parts().get(0);
    PartQuote.Layer best = part.layers().get(0);
    Set<GateFlag> flags = flags(code);
    if (bundle.settings().exitRequired()) {
      flags.add(GateFlag.EXIT_DUE);
    }
    if (bundle.isExpired(nowSeconds)) {
      flags.add(GateFlag.FAIL_OPEN);
    }
    if (granted.photoCheck() && passage.staffConfirmed()) {
      flags.add(GateFlag.STAFF_CHECKED);
    }
    return new Judgement.Admitted(
        code,
        new GateEntry.Grant(
            best.itemId(),
            best.version(),
            part.label(),
            part.listFen(),
            part.payableFen(),
            part.benefitValueFen()),
        flags,
        needsLook(code, granted.photoCheck()));
  }

  private Set<GateFlag> flags(VerifiedCode code) {
    Set<GateFlag> flags = EnumSet.noneOf(GateFlag.class);
    if (bundle.statuses().isAged(code.issuer(), nowSeconds)) {
      flags.add(GateFlag.AGED_LIST);
    }
    if (code.needsStaffCheck() && passage.staffConfirmed()) {
      flags.add(GateFlag.STAFF_CHECKED);
    }
    return flags;
  }

  private boolean needsLook(VerifiedCode code, boolean isAskedByItem) {
    return (code.needsStaffCheck() || isAskedByItem) && !passage.staffConfirmed();
  }
}
