package org.yongjun.pass.redemption.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.redemption.RecordedTap;
import org.yongjun.pass.redemption.Tap;
import org.yongjun.pass.redemption.TapAnswer;

/** A row of {@code tap}. */
@MappedEntity("tap")
record TapRow(
    @Id String id,
    String terminalId,
    String clientId,
    long seq,
    int twin,
    byte[] contentHash,
    String venueId,
    int region,
    String kind,
    Instant eventAt,
    LocalDate eventDay,
    Instant receivedAt,
    String outcome,
    String reason,
    String person,
    int issuer,
    long bindingIndex,
    String useKey,
    String itemId,
    int catalogueVersion,
    long listFen,
    long payableFen,
    long valueFen,
    long bundleVersion,
    String marks,
    String namesClientId,
    String redemptionId,
    String visitId,
    long settledPayableFen,
    long settledValueFen,
    String requestId) {
  private static final String COMMA = ",";
  private static final RecordedTap.Holder NOBODY = new RecordedTap.Holder("", 0, 0, "");

  static TapRow of(RecordedTap recorded) {
    Tap tap = recorded.tap();
    RecordedTap.Holder holder = recorded.holder().orElse(NOBODY);
    RecordedTap.Settlement settlement = recorded.settlement();
    return new TapRow(
        recorded.id(),
        recorded.origin().terminalId(),
        tap.clientId(),
        tap.sequence(),
        recorded.twin(),
        recorded.contentHash(),
        recorded.origin().venueId(),
        recorded.origin().region().value(),
        tap.kind().name(),
        tap.eventAt(),
        BusinessTime.dayOf(tap.eventAt()),
        recorded.receivedAt(),
        recorded.standing().name(),
        recorded.reason(),
        holder.person(),
        holder.issuer(),
        holder.bindingIndex(),
        holder.useKey(),
        tap.decision().itemId(),
        tap.decision().catalogueVersion(),
        tap.decision().listFen(),
        tap.decision().payableFen(),
        tap.decision().valueFen(),
        tap.bundleVersion(),
        tap.marks().stream().map(Enum::name).sorted().collect(Collectors.joining(COMMA)),
        tap.names(),
        settlement.redemptionId(),
        settlement.visitId(),
        settlement.payableFen(),
        settlement.benefitValueFen(),
        recorded.requestId());
  }

  RecordedTap toDomain() {
    Set<Tap.Mark> said =
        marks.isEmpty()
            ? Set.of()
            : Arrays.stream(marks.split(COMMA)).map(Tap.Mark::valueOf).collect(Collectors.toSet());
    Tap tap =
        new Tap(
            Tap.Kind.valueOf(kind),
            clientId,
            seq,
            "",
            eventAt,
            Optional.empty(),
            new Tap.Decision(itemId, catalogueVersion, listFen, payableFen, valueFen),
            said,
            bundleVersion,
            namesClientId,
            !TapAnswer.INVALID_ITEM.equals(reason));
    return new RecordedTap(
        id,
        new RecordedTap.Origin(terminalId, venueId, new RegionCode(region)),
        tap,
        twin,
        contentHash,
        RecordedTap.Standing.valueOf(outcome),
        reason,
        person.isEmpty()
            ? Optional.empty()
            : Optional.of(new RecordedTap.Holder(person, issuer, bindingIndex, useKey)),
        new RecordedTap.Settlement(redemptionId, visitId, settledPayableFen, settledValueFen),
        receivedAt,
        requestId);
  }
}
