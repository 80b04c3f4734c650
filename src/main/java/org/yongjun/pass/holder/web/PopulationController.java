package org.yongjun.pass.holder.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.holder.Population;
import org.yongjun.pass.holder.web.PopulationWire.PopulationAnswer;
import org.yongjun.pass.holder.web.PopulationWire.PopulationChanges;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;

/** How many persons the register has, and what changed; nobody is named. */
@Controller("/v1/population")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
class PopulationController {
  private static final int CLASSES_MAX = 14;

  private final Population population;

  PopulationController(Population population) {
    this.population = population;
  }

  /** The register as of a day, today if none is named. */
  @Get
  PopulationAnswer count(
      Caller officer,
      @Nullable @QueryValue String region,
      @Nullable @QueryValue LocalDate day,
      @Nullable @QueryValue @Size(max = CLASSES_MAX) List<HolderClass> ofWhich) {
    RegionCode scope = Answers.orThrow(Scopes.scope(officer, region));
    Set<HolderClass> asked =
        ofWhich == null || ofWhich.isEmpty() ? Population.BENEFICIARIES : Set.copyOf(ofWhich);
    LocalDate on = day == null ? population.today() : day;
    return PopulationAnswer.of(population.on(scope, on, asked), asked.stream().sorted().toList());
  }

  /** What changed in a period, this year up to today if none is named. */
  @Get("/changes")
  PopulationChanges countChanges(
      Caller officer,
      @Nullable @QueryValue String region,
      @Nullable @QueryValue LocalDate from,
      @Nullable @QueryValue LocalDate to) {
    RegionCode scope = Answers.orThrow(Scopes.scope(officer, region));
    LocalDate last = to == null ? population.today() : to;
    LocalDate first = from == null ? last.withDayOfYear(1) : from;
    if (last.isBefore(first)) {
      throw Answers.refuse(Problem.invalid("/to", "末日早于首日", "The last day is before the first"));
    }
    return PopulationChanges.of(population.between(scope, first, last));
  }
}
