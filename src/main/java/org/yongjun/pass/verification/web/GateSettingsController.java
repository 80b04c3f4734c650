package org.yongjun.pass.verification.web;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.offline.bundle.GateSettings;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.verification.GateOffice;

/** How the gates of a venue behave. */
@Controller("/v1/venues/{venueId}/gate-settings")
@ExecuteOn(TaskExecutors.BLOCKING)
class GateSettingsController {
  private final GateOffice office;

  GateSettingsController(GateOffice office) {
    this.office = office;
  }

  @Serdeable
  record GateSettingsRequest(
      @Min(0) @Max(GateSettings.ANTI_PASSBACK_SECONDS_MAX) int antiPassbackSeconds,
      @NotNull Boolean failOpen,
      @Min(0) @Max(GateSettings.DAILY_LIMIT_MAX) int dailyLimitPerGate,
      @Min(0) @Max(GateSettings.DAILY_LIMIT_MAX) int dailyLimitPerHolder,
      @NotNull Boolean exitRequired,
      @Min(0) @Max(GateSettings.ONLINE_BUDGET_MILLIS_MAX) int onlineBudgetMillis,
      @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{0,31}") String passageLabel) {
    GateSettings toDomain() {
      return new GateSettings(
          antiPassbackSeconds,
          failOpen,
          dailyLimitPerGate,
          dailyLimitPerHolder,
          exitRequired,
          onlineBudgetMillis,
          passageLabel);
    }
  }

  @Serdeable
  record GateSettingsAnswer(
      String venueId,
      int antiPassbackSeconds,
      boolean failOpen,
      int dailyLimitPerGate,
      int dailyLimitPerHolder,
      boolean exitRequired,
      int onlineBudgetMillis,
      @Nullable String passageLabel) {
    static GateSettingsAnswer of(String venueId, GateSettings settings) {
      return new GateSettingsAnswer(
          venueId,
          settings.antiPassbackSeconds(),
          settings.failOpen(),
          settings.dailyLimitPerGate(),
          settings.dailyLimitPerHolder(),
          settings.exitRequired(),
          settings.onlineBudgetMillis(),
          settings.passageLabel());
    }
  }

  @Get
  @Secured({
    Role.Names.CLERK,
    Role.Names.REVIEWER,
    Role.Names.AUDITOR,
    Role.Names.ADMIN,
    Role.Names.VENUE_OWNER
  })
  GateSettingsAnswer get(@PathVariable String venueId, Caller caller) {
    return GateSettingsAnswer.of(venueId, Answers.orThrow(office.find(caller, venueId)));
  }

  @Put
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  GateSettingsAnswer file(
      @PathVariable String venueId, @Body @Valid GateSettingsRequest body, Caller caller) {
    return GateSettingsAnswer.of(
        venueId, Answers.orThrow(office.file(caller, venueId, body.toDomain())));
  }
}
