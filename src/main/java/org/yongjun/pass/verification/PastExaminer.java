package org.yongjun.pass.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.certificate.Certificates;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.limit.CountedUsage;
import org.yongjun.pass.limit.Limits;
import org.yongjun.pass.limit.Subjects;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.Evaluation;
import org.yongjun.pass.offline.rule.Evaluator;
import org.yongjun.pass.offline.rule.HolderFacts;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Situation;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.offline.rule.VisitSoFar;
import org.yongjun.pass.offline.verify.CodeVerdict;
import org.yongjun.pass.offline.verify.CodeVerifier;
import org.yongjun.pass.offline.verify.Reader;
import org.yongjun.pass.offline.verify.StatusView;
import org.yongjun.pass.offline.verify.Views;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.venue.Venue;

/**
 * Examines what a gate let in without network, as of the moment when it did: by the verifier and
 * evaluator of the gate itself, with what the register knows. It keeps nothing.
 *
 * <p>Limits are not asked: a gate counts none, so what was let in beyond one is priced all the same
 * and flagged where it is counted. Neither are status and replay: whoever came through came
 * through.
 */
public final class PastExaminer {
  /** Whether the code is genuine and was in time; the rest is judged afterwards. */
  private static final Views UNASKED =
      new Views(
          (issuer, index, issuedAt, now) -> StatusView.Status.GOOD,
          (issuer, index, counter) -> false,
          (issuer, tag, now) -> false);

  private final CodeVerifier verifier;
  private final Certificates certificates;
  private final Holders holders;
  private final RegisterFacts register;
  private final Catalogues catalogues;
  private final Evaluator evaluator;
  private final Limits limits;
  private final Pseudonyms pseudonyms;

  public PastExaminer(
      CodeVerifier verifier,
      Certificates certificates,
      Holders holders,
      RegisterFacts register,
      Catalogues catalogues,
      Evaluator evaluator,
      Limits limits,
      Pseudonyms pseudonyms) {
    this.verifier = verifier;
    this.certificates = certificates;
    this.holders = holders;
    this.register = register;
    this.catalogues = catalogues;
    this.evaluator = evaluator;
    this.limits = limits;
    this.pseudonyms = pseudonyms;
  }

  /** Reads a code by the reader's time {@code at}; costs no query, so many can be read at once. */
  public PastReading read(String text, Instant at) {
    return switch (verifier.verify(text, Reader.ATTENDED, UNASKED, at.getEpochSecond())) {
      case CodeVerdict.Accepted accepted -> new PastReading.Good(ShownCode.of(accepted.code()));
      case CodeVerdict.Refused refused -> new PastReading.Bad(refused.reason());
    };
  }

  /** Under whom the code's uses count. */
  public String personOf(ShownCode code) {
    return pseudonyms.of(code.issuer(), code.holderTag());
  }

  /**
   * Begins a run over many passages at one venue, which reads what they share once.
   *
   * @param now when they are told
   */
  public Run begin(Venue venue, Instant now) {
    return new Run(venue, now);
  }

  /** A passage as a gate tells it. */
  public record Passage(
      ShownCode code, BillLine line, String channel, Instant at, boolean isVenueActive) {}

  /** For one thread. */
  public final class Run {
    private final Venue venue;
    private final Instant now;
    private final Map<HolderTag, Optional<HolderRecord>> byTag = new HashMap<>();
    private final Map<String, RegisterFacts.Known> known = new HashMap<>();
    private final Map<String, Boolean> active = new HashMap<>();
    private final Map<LocalDate, List<Item>> inForce = new HashMap<>();

    private Run(Venue venue, Instant now) {
      this.venue = venue;
      this.now = now;
    }

    public PastExamination examine(Passage passage) {
      ShownCode code = passage.code();
      Optional<HolderRecord> found = byTag.computeIfAbsent(code.holderTag(), holders::findByTag);
      if (found.isEmpty()) {
        return new PastExamination.Refused(ReasonCode.REVOKED, true);
      }
      HolderRecord holder = found.get();
      boolean isRevoked =
          !isActive(code)
              || !Examiner.isEntitled(holder, now)
              || !Examiner.isEntitled(holder, passage.at());
      LocalDate day = BusinessTime.dayOf(passage.at());
      HolderAge age = new HolderAge(holders, holder.id(), day);
      Outcome<List<BillPart>> stated = Bills.price(venue, List.of(passage.line()), passage.at());
      if (!(stated instanceof Outcome.Done<List<BillPart>>(List<BillPart> parts))) {
        return new PastExamination.Refused(ReasonCode.NOT_PRICED, isRevoked);
      }
      List<BillPart> bill = Bills.atPublicPrices(venue, parts, day, age);
      return evaluate(passage, holder, age, bill, isRevoked);
    }

    private PastExamination evaluate(
        Passage passage,
        HolderRecord holder,
        HolderAge age,
        List<BillPart> bill,
        boolean isRevoked) {
      ShownCode code = passage.code();
      Instant at = passage.at();
      List<Item> items = itemsInForce(at);
      List<Item> priced =
          items.stream()
              .filter(item -> bill.stream().anyMatch(part -> item.find(part).isPresent()))
              .toList();
      RegisterFacts.Known facts = knownOf(holder, at);
      String person = personOf(code);
      Subjects subjects = new Subjects(person, facts.household().orElse(person), venue.id());
      CountedUsage uncounted = limits.usage(List.of(), subjects, at);
      HolderFacts asked = age.completed(asCertified(code, facts.facts()), priced);
      Situation situation =
          new Situation(
              asked,
              factsOf(passage.isVenueActive()),
              bill,
              passage.channel(),
              at,
              uncounted,
              VisitSoFar.NEW,
              true);
      return switch (evaluator.evaluate(situation, items)) {
        case Evaluation.Refused refused -> new PastExamination.Refused(refused.reason(), isRevoked);
        case Evaluation.Granted granted ->
            new PastExamination.Granted(
                new Examination.Granted(
                    code,
                    holder.id(),
                    asked,
                    subjects,
                    venue,
                    bill,
                    passage.channel(),
                    at,
                    granted,
                    List.of(),
                    VisitSoFar.NEW,
                    priced,
                    Optional.empty()),
                isRevoked);
      };
    }

    private boolean isActive(ShownCode code) {
      return active.computeIfAbsent(
          code.issuer() + " " + code.bindingIndex(),
          name -> certificates.isActive(code.issuer(), code.bindingIndex()));
    }

    private RegisterFacts.Known knownOf(HolderRecord holder, Instant at) {
      return known.computeIfAbsent(
          holder.id() + " " + BusinessTime.dayOf(at), name -> register.knownOf(holder, at));
    }

    /** Versions come into force by days. */
    private List<Item> itemsInForce(Instant at) {
      return inForce.computeIfAbsent(
          BusinessTime.dayOf(at), day -> catalogues.listItemsInForce(Quotes.factsOf(venue), at));
    }

    private VenueFacts factsOf(boolean isActive) {
      VenueFacts current = Quotes.factsOf(venue);
      return new VenueFacts(
          current.id(),
          current.kind(),
          current.region(),
          current.aLevel(),
          current.ownership(),
          current.tags(),
          isActive);
    }
  }

  /**
   * The register's facts, but never less than the certificate vouched for: what was changed since
   * it was issued does not reach back.
   */
  private static HolderFacts asCertified(ShownCode code, HolderFacts known) {
    List<HolderClass> classes = new ArrayList<>(known.classes().list());
    code.classes().list().stream().filter(each -> !known.classes().has(each)).forEach(classes::add);
    RegionCode home =
        code.homeRegion().contains(known.homeRegion()) ? known.homeRegion() : code.homeRegion();
    return new HolderFacts(
        HolderClasses.of(classes),
        home,
        known.meritClass(),
        known.disabilityGrade(),
        known.ageYears(),
        known.memberLists(),
        known.householdLists());
  }
}
