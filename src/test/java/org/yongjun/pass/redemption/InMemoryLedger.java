package org.yongjun.pass.redemption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.verification.ShownCode;
import org.yongjun.pass.verification.Stay;

/** The ledger's port in memory, for one thread; a lost race leaves what was written before it. */
final class InMemoryLedger implements Ledger {
  private final Map<String, Claim> claims = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final Map<String, Integer> cardUses = new HashMap<>();
  private final Map<String, Integer> standing = new HashMap<>();
  private final List<LedgerEntry> entries = new ArrayList<>();

  @Override
  public Taking claim(Claim claim) {
    String name = claim.actor() + " " + claim.idempotencyKey();
    return claims.putIfAbsent(name, claim) == null ? Taking.TAKEN : Taking.TAKEN_BEFORE;
  }

  @Override
  public Optional<Claim> findClaim(String actor, String idempotencyKey) {
    return Optional.ofNullable(claims.get(actor + " " + idempotencyKey));
  }

  @Override
  public boolean open(Visit visit) {
    standing.put(visit.id(), 1);
    return used.add(
        visit.code().issuer() + " " + visit.code().bindingIndex() + " " + visit.useKey());
  }

  @Override
  public boolean takeCardUse(ShownCode card, LocalDate day, int most) {
    String name = card.issuer() + " " + card.bindingIndex() + " " + day;
    return cardUses.merge(name, 1, Integer::sum) <= most;
  }

  @Override
  public int join(Visit visit, int cardUsesPerDay) {
    return standing.merge(visit.id(), 1, Integer::sum);
  }

  @Override
  public boolean takeStay(Visit visit, Stay stay) {
    return used.add(visit.venueId() + " " + stay.plateIndex() + " " + stay.entryAt());
  }

  @Override
  public void hold(String visitId) {
    standing.merge(visitId, 0, Integer::sum);
  }

  @Override
  public int takeBack(String visitId) {
    return standing.merge(visitId, -1, Integer::sum);
  }

  @Override
  public boolean append(List<LedgerEntry> added) {
    boolean isNew =
        added.stream().noneMatch(each -> entries.stream().anyMatch(old -> isSame(old, each)));
    if (isNew) {
      entries.addAll(added);
    }
    return isNew;
  }

  @Override
  public List<LedgerEntry> listEntries(String redemptionId) {
    return entries.stream().filter(each -> each.redemptionId().equals(redemptionId)).toList();
  }

  @Override
  public List<LedgerEntry> listOfVisit(String visitId) {
    return entries.stream().filter(each -> each.visit().id().equals(visitId)).toList();
  }

  @Override
  public List<LedgerEntry> listByVenue(String venueId, LocalDate day, String afterId, int limit) {
    return entries.stream()
        .filter(each -> each.place().venueId().equals(venueId))
        .filter(each -> BusinessTime.dayOf(each.bookedAt()).equals(day))
        .filter(each -> each.id().compareTo(afterId) > 0)
        .sorted(Comparator.comparing(LedgerEntry::id))
        .limit(limit)
        .toList();
  }

  private static boolean isSame(LedgerEntry one, LedgerEntry other) {
    return one.visit().id().equals(other.visit().id())
        && one.part().label().equals(other.part().label())
        && one.attempt() == other.attempt()
        && one.direction() == other.direction();
  }
}
