package org.yongjun.pass.holder.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.HolderStatus;
import org.yongjun.pass.holder.Vehicles;
import org.yongjun.pass.kernel.Plate;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;

/** Offices register vehicles; a plate travels in bodies alone, and comes back masked. */
@Controller("/v1/vehicles")
@ExecuteOn(TaskExecutors.BLOCKING)
class VehicleController {
  private final Vehicles vehicles;

  VehicleController(Vehicles vehicles) {
    this.vehicles = vehicles;
  }

  @Serdeable
  record NewVehicleRequest(
      @NotBlank @Size(max = Plate.GIVEN_LENGTH_MAX) String plate,
      @NotNull @Pattern(regexp = "[0-9]{6}") String region,
      @NotNull LocalDate validFrom,
      @NotNull LocalDate validUntil) {
    Vehicles.NewVehicle toDomain() {
      return new Vehicles.NewVehicle(
          readPlate(plate), RegionCode.of(region), validFrom, validUntil);
    }

    @Override
    public String toString() {
      return "NewVehicleRequest";
    }
  }

  @Serdeable
  record PlateRequest(@NotBlank @Size(max = Plate.GIVEN_LENGTH_MAX) String plate) {
    @Override
    public String toString() {
      return "PlateRequest";
    }
  }

  @Serdeable
  record PlateAnswer(String masked, Instant filedAt, @Nullable Instant endedAt) {
    static PlateAnswer of(Vehicles.PastPlate plate) {
      return new PlateAnswer(plate.masked(), plate.filedAt(), plate.endedAt());
    }
  }

  @Serdeable
  record VehicleAnswer(
      String holderId,
      String homeRegion,
      LocalDate validFrom,
      LocalDate validUntil,
      HolderStatus status,
      List<PlateAnswer> plates) {
    static VehicleAnswer of(Vehicles.View view) {
      HolderRecord holder = view.holder();
      return new VehicleAnswer(
          holder.id(),
          holder.homeRegion().toString(),
          holder.validFrom(),
          holder.validUntil(),
          holder.status(),
          view.plates().stream().map(PlateAnswer::of).toList());
    }
  }

  @Post
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  HttpResponse<VehicleAnswer> register(Caller officer, @Body @Valid NewVehicleRequest body) {
    return HttpResponse.created(
        VehicleAnswer.of(Answers.orThrow(vehicles.register(officer, body.toDomain()))));
  }

  @Get("/{holderId}")
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  VehicleAnswer get(Caller officer, @PathVariable String holderId) {
    return VehicleAnswer.of(Answers.orThrow(vehicles.view(officer, holderId)));
  }

  /** Files the vehicle's next plate. */
  @Post("/{holderId}/plates")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  HttpResponse<VehicleAnswer> changePlate(
      Caller officer, @PathVariable String holderId, @Body @Valid PlateRequest body) {
    return HttpResponse.created(
        VehicleAnswer.of(
            Answers.orThrow(vehicles.changePlate(officer, holderId, readPlate(body.plate())))));
  }

  private static Plate readPlate(String given) {
    return Plate.read(given)
        .orElseThrow(
            () -> Answers.refuse(Problem.invalid("/plate", "号牌格式不正确", "This is no number plate")));
  }
}
