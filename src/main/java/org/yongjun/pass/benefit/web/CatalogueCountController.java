package org.yongjun.pass.benefit.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.benefit.web.CatalogueWire.CountAnswer;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.RegionCode;

/** How many lists, headings and items are in force. */
@Controller("/v1/catalogue-counts")
@ExecuteOn(TaskExecutors.BLOCKING)
class CatalogueCountController {
  private final Catalogues catalogues;
  private final Clock clock;

  CatalogueCountController(Catalogues catalogues, Clock clock) {
    this.catalogues = catalogues;
    this.clock = clock;
  }

  @Get
  @Secured(SecurityRule.IS_AUTHENTICATED)
  CountAnswer count(
      @Nullable @QueryValue @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable @QueryValue LocalDate day) {
    RegionCode scope = region == null ? RegionCode.NATION : RegionCode.of(region);
    return CountAnswer.of(
        scope, catalogues.count(scope, day == null ? BusinessTime.dayOf(clock.instant()) : day));
  }
}
