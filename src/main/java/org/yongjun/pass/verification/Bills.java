package org.yongjun.pass.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.ReferenceReason;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.venue.PublicPrice;
import org.yongjun.pass.venue.TariffLine;
import org.yongjun.pass.venue.TimedPrice;
import org.yongjun.pass.venue.Venue;

/** Prices a stated bill: a filed tariff always wins over what a terminal says. */
final class Bills {
  /** How far a terminal's clock may be ahead. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  /** How long after its end a stay is still priced: an approval may come the next day. */
  private static final Duration EXIT_AGE_MAX = Duration.ofHours(48);

  private Bills() {}

  static Outcome<List<BillPart>> price(Venue venue, List<BillLine> lines, Instant now) {
    Optional<Problem> twoStays = refuseOverlap(lines);
    if (twoStays.isPresent()) {
      return Outcome.refused(twoStays.get());
    }
    Set<String> keys = new HashSet<>();
    List<BillPart> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Outcome<BillPart> priced = price(venue, lines.get(i), "/bill/" + i, now);
      if (priced instanceof Outcome.Refused<BillPart>(Problem problem)) {
        return Outcome.refused(problem);
      }
      if (priced instanceof Outcome.Done<BillPart>(BillPart part)) {
        if (!keys.add(part.key())) {
          return Outcome.refused(
              Problem.invalid(
                  "/bill/" + i + "/label", "账单项目重复", "This label stands twice in the bill"));
        }
        parts.add(part);
      }
    }
    return Outcome.done(parts);
  }

  /** Several parts may be of one stay, but not of two at the same time: there is one plate. */
  private static Optional<Problem> refuseOverlap(List<BillLine> lines) {
    List<Stay> stays = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Stay stay = lines.get(i).stay();
      if (stay != null && stays.stream().anyMatch(each -> isAnotherAtOnce(each, stay))) {
        return Optional.of(
            Problem.invalid(
                "/bill/" + i + "/exitAt",
                "同一车辆的停车时段重叠",
                "One vehicle has two stays at the same time"));
      }
      if (stay != null) {
        stays.add(stay);
      }
    }
    return Optional.empty();
  }

  private static boolean isAnotherAtOnce(Stay one, Stay other) {
    return one.overlaps(other) && !one.equals(other);
  }

  private static Outcome<BillPart> price(Venue venue, BillLine line, String pointer, Instant now) {
    int companion = line.companion() == null ? 0 : line.companion();
    if (companion > 0 && line.label().length() > BillPart.COMPANION_LABEL_MAX) {
      return Outcome.refused(
          Problem.invalid(
              pointer + "/label",
              "同行人的账单项目名称至多 " + BillPart.COMPANION_LABEL_MAX + " 个字符",
              "A companion's label has at most " + BillPart.COMPANION_LABEL_MAX + " characters"));
    }
    Optional<TariffLine> filed = venue.findTariff(line.label());
    Optional<Problem> untimed =
        refuseStay(filed.flatMap(TariffLine::timed), line.stay(), pointer, now);
    if (untimed.isPresent()) {
      return Outcome.refused(untimed.get());
    }
    Long list = filed.isPresent() ? Long.valueOf(listFen(filed.get(), line)) : line.listFen();
    if (list == null) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.PRICE_MISSING,
              "账单项目 " + line.label() + " 缺少价格，且场所未备案该项价目",
              "Bill part " + line.label() + " has no price and the venue has filed none for it"));
    }
    // Where a tariff is filed, what the public pays depends on the holder and is computed later.
    Long stated = filed.isPresent() ? null : line.referenceFen();
    long reference = stated == null ? list : stated;
    if (reference > list) {
      return Outcome.refused(
          Problem.invalid(
              pointer + "/referenceFen",
              "公众价不得高于标价",
              "The public's price may not exceed the list price"));
    }
    return Outcome.done(
        new BillPart(
            line.label(),
            companion,
            list,
            reference,
            reference == list ? null : line.referenceReason(),
            line.milliUnits() == null ? 0 : line.milliUnits()));
  }

  /** The filed price, or the fee of the stay by the filed tariff. */
  private static long listFen(TariffLine filed, BillLine line) {
    Stay stay = line.stay();
    return stay == null
        ? filed.listFen()
        : filed
            .timed()
            .map(timed -> timed.feeOf(filed.listFen(), stay.length()))
            .orElse(filed.listFen());
  }

  /** A stay is stated for what is paid by time, with a plate, and for nothing else. */
  private static Optional<Problem> refuseStay(
      Optional<TimedPrice> timed, @Nullable Stay stay, String pointer, Instant now) {
    if (stay == null) {
      return timed.map(
          price ->
              Problem.invalid(
                  pointer + "/entryAt",
                  "按时计费的项目须给出进入和离开时间",
                  "What is paid by time needs entry and exit"));
    }
    if (timed.isEmpty()) {
      return Optional.of(
          Problem.invalid(
              pointer + "/entryAt", "该项目不按时计费", "This part has no filed price by time"));
    }
    if (stay.length().isNegative()
        || stay.length().compareTo(TimedPrice.STAY_MAX) > 0
        || stay.exitAt().isAfter(now.plus(CLOCK_TOLERANCE))
        || stay.exitAt().isBefore(now.minus(EXIT_AGE_MAX))) {
      return Optional.of(
          Problem.invalid(
              pointer + "/exitAt", "进入和离开时间不合理", "Entry and exit make no possible stay"));
    }
    return stay.plateIndex() == null
        ? Optional.of(
            Problem.invalid(
                "/plate", "按时计费的停车须给出号牌", "A stay that is paid by time needs the plate"))
        : Optional.empty();
  }

  /**
   * The same bill with what this person would pay on that day without any programme, wherever the
   * venue has filed a tariff. A terminal's word counts only where nothing is filed.
   *
   * @param age the holder's, asked only where a filed price depends on it; nobody knows that of a
   *     companion
   */
  static List<BillPart> atPublicPrices(
      Venue venue, List<BillPart> bill, LocalDate day, Supplier<OptionalInt> age) {
    return bill.stream()
        .map(
            part ->
                venue
                    .findTariff(part.label())
                    .map(filed -> atPublicPrice(part, filed, day, age))
                    .orElse(part))
        .toList();
  }

  private static BillPart atPublicPrice(
      BillPart part, TariffLine filed, LocalDate day, Supplier<OptionalInt> age) {
    PublicPrice price =
        filed.publicPrice(part.listFen(), day, part.companion() == 0 ? age : OptionalInt::empty);
    PublicPrice.Reason reason = price.reason();
    return part.atReference(
        price.fen(), reason == null ? null : ReferenceReason.valueOf(reason.name()));
  }
}
