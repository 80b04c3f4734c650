package org.yongjun.pass.holder;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.Plate;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

/**
 * Registers vehicles as holders: no person, a plate instead. Plates are stored sealed and found by
 * keyed hash; which ones a vehicle had before stays on record.
 */
public final class Vehicles {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final HolderStore holders;
  private final VehicleStore store;
  private final PlateVault vault;
  private final PersonDigester digester;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public Vehicles(
      HolderStore holders,
      VehicleStore store,
      PlateVault vault,
      PersonDigester digester,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.holders = holders;
    this.store = store;
    this.vault = vault;
    this.digester = digester;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What an office states of a new vehicle.
   *
   * @param validFrom first day of entitlement
   * @param validUntil last day, inclusive
   */
  public record NewVehicle(
      Plate plate, RegionCode homeRegion, LocalDate validFrom, LocalDate validUntil) {}

  /**
   * A plate that a vehicle has or had.
   *
   * @param endedAt null while it stands
   */
  public record PastPlate(String masked, Instant filedAt, @Nullable Instant endedAt) {}

  /** A vehicle as an officer sees one. */
  public record View(HolderRecord holder, List<PastPlate> plates) {}

  /** Refuses: OUT_OF_REGION, INVALID_REQUEST for dates or region, CONFLICT for a plate in use. */
  public Outcome<View> register(Caller officer, NewVehicle wanted) {
    if (!Regions.standard().exists(wanted.homeRegion())) {
      return Outcome.refused(
          Problem.invalid("/region", "行政区划代码不存在", "There is no such region code"));
    }
    if (!officer.answersFor(wanted.homeRegion())) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    if (wanted.validUntil().isBefore(wanted.validFrom())) {
      return Outcome.refused(
          Problem.invalid("/validUntil", "有效期早于生效日期", "The entitlement ends before it begins"));
    }
    HolderRecord holder =
        new HolderRecord(
            ids.next(),
            new HolderTag(RANDOM.nextLong()),
            wanted.homeRegion(),
            HolderClasses.of(HolderClass.VEHICLE),
            0,
            0,
            wanted.validFrom(),
            wanted.validUntil(),
            HolderStatus.ACTIVE);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return transactions.write(
        () -> {
          if (!store.file(filing(holder, wanted.plate(), now))) {
            return plateTaken();
          }
          if (!holders.insert(new StoredHolder(holder, null, now, now))) {
            throw new IllegalStateException("a vehicle has no number that could be taken");
          }
          record(officer, JournalKind.VEHICLE_REGISTERED, holder, now);
          return Outcome.done(viewOf(holder));
        });
  }

  /** Files the vehicle's next plate; NOT_FOUND to strangers, CONFLICT for a plate in use. */
  public Outcome<View> changePlate(Caller officer, String holderId, Plate plate) {
    return find(officer, holderId)
        .then(
            holder ->
                transactions.write(
                    () -> {
                      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                      if (!store.file(filing(holder, plate, now))) {
                        return plateTaken();
                      }
                      record(officer, JournalKind.VEHICLE_PLATE_CHANGED, holder, now);
                      return Outcome.done(viewOf(holder));
                    }));
  }

  /** One vehicle for an officer; NOT_FOUND also outside the region, and for a person. */
  public Outcome<View> view(Caller officer, String holderId) {
    return find(officer, holderId).map(this::viewOf);
  }

  /** Whether that plate is the one filed for this vehicle at present. */
  public boolean isPlateOf(String holderId, Plate plate) {
    return store.isFiled(holderId, indexOf(plate));
  }

  /** Finds a plate again without telling it: 64 hex digits, keyed. */
  public String indexOf(Plate plate) {
    return digester.ofPlate(plate);
  }

  private Outcome<HolderRecord> find(Caller officer, String holderId) {
    return holders
        .findById(holderId)
        .map(StoredHolder::holder)
        .filter(holder -> holder.classes().has(HolderClass.VEHICLE))
        .filter(holder -> officer.answersFor(holder.homeRegion()))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND));
  }

  private VehicleStore.Filing filing(HolderRecord holder, Plate plate, Instant now) {
    String id = ids.next();
    return new VehicleStore.Filing(id, holder.id(), indexOf(plate), vault.seal(id, plate), now);
  }

  private View viewOf(HolderRecord holder) {
    return new View(
        holder,
        store.listFilings(holder.id()).stream()
            .map(
                kept ->
                    new PastPlate(
                        vault.open(kept.filing().id(), kept.filing().sealed()).masked(),
                        kept.filing().filedAt(),
                        kept.endedAt()))
            .toList());
  }

  private void record(Caller officer, JournalKind kind, HolderRecord holder, Instant now) {
    journal.append(
        new JournalEntry(
            kind,
            holder.id(),
            holder.homeRegion(),
            officer.id(),
            officer.requestId(),
            now,
            Map.of(
                "validFrom", holder.validFrom().toString(),
                "validUntil", holder.validUntil().toString())));
  }

  private static Outcome<View> plateTaken() {
    return Outcome.refused(
        Problem.of(
            ProblemCode.CONFLICT, "该号牌已登记在册", "This plate is registered for a vehicle already"));
  }
}
