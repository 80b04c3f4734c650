package org.yongjun.pass.benefit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.benefit.CatalogueStore.Header;
import org.yongjun.pass.benefit.CatalogueStore.Withdrawal;

/**
 * A version with what was decided about it later.
 *
 * @param withdrawal the earliest one, null where there is none
 */
public record CatalogueEdition(Header header, @Nullable Withdrawal withdrawal) {
  /** Where a version stands on a day. */
  public enum State {
    UPCOMING,
    IN_FORCE,
    SUPERSEDED,
    ENDED,
    WITHDRAWN
  }

  static CatalogueEdition of(Header header, List<Withdrawal> withdrawals) {
    return new CatalogueEdition(
        header,
        withdrawals.stream()
            .filter(each -> each.code().equals(header.code()))
            .filter(each -> each.version() == header.version())
            .min(Comparator.comparing(Withdrawal::from))
            .orElse(null));
  }

  /** Withdrawn before its first day: it never supersedes the version before it. */
  boolean isVoid() {
    return withdrawal != null && !withdrawal.from().isAfter(header.effectiveFrom());
  }

  boolean hasBegun(LocalDate day) {
    return !isVoid() && !header.effectiveFrom().isAfter(day);
  }

  boolean isWithdrawn(LocalDate day) {
    return withdrawal != null && !withdrawal.from().isAfter(day);
  }

  boolean hasEnded(LocalDate day) {
    return header.effectiveTo() != null && header.effectiveTo().isBefore(day);
  }

  /**
   * The one in force on a day: the newest that has begun supersedes all older ones, even when it
   * has ended or was withdrawn since.
   *
   * @param newestFirst the versions of one catalogue
   */
  static Optional<CatalogueEdition> inForce(List<CatalogueEdition> newestFirst, LocalDate day) {
    return newestFirst.stream()
        .filter(each -> each.hasBegun(day))
        .findFirst()
        .filter(each -> !each.isWithdrawn(day) && !each.hasEnded(day));
  }

  /** Where this one stands among the versions of its catalogue. */
  public State stateOn(LocalDate day, List<CatalogueEdition> newestFirst) {
    if (isWithdrawn(day) || isVoid()) {
      return State.WITHDRAWN;
    }
    if (!hasBegun(day)) {
      return State.UPCOMING;
    }
    boolean isNewest =
        newestFirst.stream()
            .filter(each -> each.hasBegun(day))
            .findFirst()
            .filter(this::equals)
            .isPresent();
    if (!isNewest) {
      return State.SUPERSEDED;
    }
    return hasEnded(day) ? State.ENDED : State.IN_FORCE;
  }
}
