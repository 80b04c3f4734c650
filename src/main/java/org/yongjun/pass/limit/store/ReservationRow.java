package org.yongjun.pass.limit.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.limit.Charge;
import org.yongjun.pass.limit.Reservation;

/** A row of {@code reservation}. */
@MappedEntity("reservation")
record ReservationRow(
    @Id String id,
    String actor,
    String idempotencyKey,
    String request,
    String person,
    String venueId,
    int region,
    String itemId,
    int itemVersion,
    long valueFen,
    LocalDate businessDay,
    int attempt,
    String state,
    String slot,
    String redemptionId,
    Instant madeAt,
    Instant expiresAt) {
  /** A person holds an item once at a time: this value is unique per person and item. */
  private static final String HELD_SLOT = "";

  static ReservationRow of(Reservation reservation) {
    return new ReservationRow(
        reservation.id(),
        reservation.request().actor(),
        reservation.request().key(),
        reservation.request().content(),
        reservation.person(),
        reservation.venueId(),
        reservation.region().value(),
        reservation.itemId(),
        reservation.itemVersion(),
        reservation.valueFen(),
        reservation.day(),
        reservation.attempt(),
        reservation.state().name(),
        HELD_SLOT,
        reservation.redemptionId(),
        reservation.madeAt(),
        reservation.expiresAt());
  }

  Reservation toDomain(List<Charge> charges) {
    return new Reservation(
        id,
        new Reservation.Request(actor, idempotencyKey, request),
        person,
        venueId,
        new RegionCode(region),
        itemId,
        itemVersion,
        valueFen,
        businessDay,
        attempt,
        charges,
        Reservation.State.valueOf(state),
        redemptionId,
        madeAt,
        expiresAt);
  }
}
