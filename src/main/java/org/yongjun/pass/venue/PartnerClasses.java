package org.yongjun.pass.venue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

/** The register of what partners may be. */
public final class PartnerClasses {
  private final PartnerClassStore store;
  private final Regions regions;
  private final Journal journal;
  private final Transactions transactions;
  private final Clock clock;

  public PartnerClasses(
      PartnerClassStore store,
      Regions regions,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.regions = regions;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Refuses: OUT_OF_REGION, CONFLICT where the code is taken, INVALID_REQUEST. */
  public Outcome<PartnerClass> create(
      Caller caller, String code, RegionCode region, Text name, boolean redeems) {
    if (!regions.exists(region)) {
      return Outcome.refused(
          Problem.invalid("/region", "行政区划代码不存在", "There is no such region code"));
    }
    if (!caller.answersFor(region)) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    PartnerClass created = new PartnerClass(code, region, name, redeems, clock.instant());
    return transactions.write(
        () -> {
          if (!store.insert(created, caller.id())) {
            return Outcome.refused(ProblemCode.CONFLICT);
          }
          journal.append(
              new JournalEntry(
                  JournalKind.PARTNER_CLASS_CREATED,
                  code,
                  region,
                  caller.id(),
                  caller.requestId(),
                  created.createdAt(),
                  Map.of("name", name.zh(), "redeems", Boolean.toString(redeems))));
          return Outcome.done(created);
        });
  }

  /** Every class that a venue of this region, or of one inside it, may have. */
  public List<PartnerClass> list(RegionCode region) {
    return store.list(region, PartnerClass.PER_REGION_MAX);
  }

  /**
   * A class that a venue of that region may have; INVALID_REQUEST at {@code pointer} where there is
   * none, OUT_OF_REGION where it is another region's.
   */
  Outcome<PartnerClass> findFor(RegionCode venueRegion, String code, String pointer) {
    Optional<PartnerClass> found = store.find(code);
    if (found.isEmpty()) {
      return Outcome.refused(
          Problem.invalid(pointer, "没有此合作类别", "There is no such class of partner"));
    }
    return found.get().region().contains(venueRegion)
        ? Outcome.done(found.get())
        : Outcome.refused(
            Problem.of(
                ProblemCode.OUT_OF_REGION,
                "此合作类别由其他地区设立，不适用于本地区",
                "This class of partner is another region's"));
  }

  /** Whether partners of one of these classes redeem. */
  boolean anyRedeems(Set<String> codes) {
    return codes.stream()
        .anyMatch(code -> store.find(code).filter(PartnerClass::redeems).isPresent());
  }

  /** A plaque as an office names it. */
  public record WantedPlaque(
      String partnerClass, Optional<String> batch, Optional<String> number) {}

  Outcome<Plaque> plaqueFor(RegionCode venueRegion, WantedPlaque wanted) {
    return findFor(venueRegion, wanted.partnerClass(), "/plaque/partnerClass")
        .map(
            found ->
                new Plaque(
                    found.code(), wanted.batch().orElse(""), wanted.number(), found.redeems()));
  }
}
