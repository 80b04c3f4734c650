package org.yongjun.pass.verification.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.limit.Reservation;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.verification.Reservations;

/** Reservations of limited benefits: 201 made, 200 repeated. */
@Controller("/v1/reservations")
@ExecuteOn(TaskExecutors.BLOCKING)
class ReservationController {
  private static final String KEY = "Idempotency-Key";
  private static final String KEY_PATTERN = "[A-Za-z0-9._:-]{1,64}";
  private static final String REPLAYED = "Idempotent-Replayed";
  private static final String ITEM_PATTERN = "[!-~]{1,80}";

  private final Reservations reservations;

  ReservationController(Reservations reservations) {
    this.reservations = reservations;
  }

  @Serdeable
  record ReservationRequest(
      @NotNull @Pattern(regexp = ITEM_PATTERN) String itemId,
      @Nullable @Pattern(regexp = Ids.GIVEN_PATTERN) String venueId,
      @Nullable @Pattern(regexp = Ids.GIVEN_PATTERN) String verificationId,
      @Nullable @Min(1) @Max(Reservations.MINUTES_MAX) Integer minutes) {
    Reservations.Draft toDomain(String key) {
      if ((venueId == null) == (verificationId == null)) {
        throw Answers.refuse(
            Problem.invalid(
                "/venueId",
                "请提供 venueId 或 verificationId，择一",
                "Send one of venueId and verificationId"));
      }
      return new Reservations.Draft(
          key,
          itemId,
          venueId == null
              ? new Reservations.At.OfVerification(String.valueOf(verificationId))
              : new Reservations.At.OfVenue(venueId),
          minutes == null ? Reservations.MINUTES_DEFAULT : minutes);
    }
  }

  @Serdeable
  record ReservationAnswer(
      String reservationId,
      String itemId,
      int itemVersion,
      String venueId,
      Reservation.State state,
      long reservedFen,
      Instant madeAt,
      Instant expiresAt,
      @Nullable String redemptionId) {
    static ReservationAnswer of(Reservation reservation) {
      return new ReservationAnswer(
          reservation.id(),
          reservation.itemId(),
          reservation.itemVersion(),
          reservation.venueId(),
          reservation.state(),
          reservation.valueFen(),
          reservation.madeAt(),
          reservation.expiresAt(),
          reservation.redemptionId().isEmpty() ? null : reservation.redemptionId());
    }
  }

  @Serdeable
  record ReservationList(List<ReservationAnswer> reservations) {}

  @Post
  @Secured({Role.Names.HOLDER, Role.Names.TERMINAL})
  HttpResponse<ReservationAnswer> reserve(
      @Header(KEY) @NotNull @Pattern(regexp = KEY_PATTERN) String idempotencyKey,
      @Body @Valid ReservationRequest body,
      Caller caller) {
    Reservations.Made made =
        Answers.orThrow(reservations.reserve(caller, body.toDomain(idempotencyKey)));
    ReservationAnswer answer = ReservationAnswer.of(made.reservation());
    return made.isReplay()
        ? HttpResponse.ok(answer).header(REPLAYED, "true")
        : HttpResponse.created(answer);
  }

  @Get
  @Secured(Role.Names.HOLDER)
  ReservationList list(Caller holder) {
    return new ReservationList(
        Answers.orThrow(reservations.listToday(holder)).stream()
            .map(ReservationAnswer::of)
            .toList());
  }

  @Get("/{reservationId}")
  @Secured({Role.Names.HOLDER, Role.Names.TERMINAL})
  ReservationAnswer get(@PathVariable String reservationId, Caller caller) {
    return ReservationAnswer.of(Answers.orThrow(reservations.find(caller, reservationId)));
  }

  @Delete("/{reservationId}")
  @Secured({Role.Names.HOLDER, Role.Names.TERMINAL})
  ReservationAnswer release(@PathVariable String reservationId, Caller caller) {
    return ReservationAnswer.of(Answers.orThrow(reservations.release(caller, reservationId)));
  }
}
