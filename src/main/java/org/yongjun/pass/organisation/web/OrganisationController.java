package org.yongjun.pass.organisation.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.organisation.Level;
import org.yongjun.pass.organisation.Organisation;
import org.yongjun.pass.organisation.OrganisationFigures;
import org.yongjun.pass.organisation.Unit;
import org.yongjun.pass.organisation.UnitImporter;
import org.yongjun.pass.organisation.web.OrganisationFigureWire.OrganisationFigureAnswer;
import org.yongjun.pass.organisation.web.OrganisationWire.CloseUnitRequest;
import org.yongjun.pass.organisation.web.OrganisationWire.LevelAnswer;
import org.yongjun.pass.organisation.web.OrganisationWire.LevelList;
import org.yongjun.pass.organisation.web.OrganisationWire.MapEntryRequest;
import org.yongjun.pass.organisation.web.OrganisationWire.NewLevelRequest;
import org.yongjun.pass.organisation.web.OrganisationWire.NewUnitRequest;
import org.yongjun.pass.organisation.web.OrganisationWire.StaffRequest;
import org.yongjun.pass.organisation.web.OrganisationWire.TargetAnswer;
import org.yongjun.pass.organisation.web.OrganisationWire.TargetRequest;
import org.yongjun.pass.organisation.web.OrganisationWire.UnitAnswer;
import org.yongjun.pass.organisation.web.OrganisationWire.UnitPage;
import org.yongjun.pass.organisation.web.OrganisationWire.UnitReportAnswer;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.CallerLanguage;
import org.yongjun.pass.platform.web.Cursor;

/** Offices, service stations and associations, and how many there are. */
@Controller("/v1")
@Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
@ExecuteOn(TaskExecutors.BLOCKING)
class OrganisationController {
  private final Organisation organisation;
  private final UnitImporter importer;
  private final OrganisationFigures figures;

  OrganisationController(
      Organisation organisation, UnitImporter importer, OrganisationFigures figures) {
    this.organisation = organisation;
    this.importer = importer;
    this.figures = figures;
  }

  @Post("/organisation-levels")
  @Status(HttpStatus.CREATED)
  @Secured(Role.Names.ADMIN)
  LevelAnswer createLevel(@Body @Valid NewLevelRequest body, Caller officer) {
    return LevelAnswer.of(Answers.orThrow(organisation.createLevel(officer, body.toLevel())));
  }

  @Get("/organisation-levels")
  LevelList listLevels(
      Caller officer,
      @Nullable @QueryValue @Pattern(regexp = OrganisationWire.REGION_PATTERN) String region) {
    RegionCode scope = Answers.orThrow(organisation.scope(officer, region));
    return new LevelList(organisation.listLevels(scope).stream().map(LevelAnswer::of).toList());
  }

  @Post("/organisation-units")
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  UnitAnswer createUnit(@Body @Valid NewUnitRequest body, Caller officer) {
    return UnitAnswer.of(Answers.orThrow(organisation.create(officer, body.draft())));
  }

  /** Puts the units of a file into the tree; the report names each faulty line. */
  @Post("/organisation-units/imports")
  @Consumes("text/csv")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  UnitReportAnswer importUnits(
      @QueryValue @Pattern(regexp = OrganisationWire.REGION_PATTERN) String region,
      Caller officer,
      HttpRequest<?> request,
      @Body byte[] file) {
    return UnitReportAnswer.of(
        Answers.orThrow(importer.importCsv(officer, RegionCode.of(region), file)),
        CallerLanguage.of(request));
  }

  /** The units that are open on a day, today if none is named. */
  @Get("/organisation-units")
  UnitPage listUnits(
      Caller officer,
      @Nullable @QueryValue @Pattern(regexp = OrganisationWire.REGION_PATTERN) String region,
      @Nullable @QueryValue @Pattern(regexp = Level.CODE_PATTERN) String level,
      @Nullable @QueryValue LocalDate day,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Organisation.PAGE_SIZE_MAX) int pageSize) {
    RegionCode scope = Answers.orThrow(organisation.scope(officer, region));
    List<Unit> found =
        organisation.listUnits(
            scope,
            level,
            day == null ? organisation.today() : day,
            Cursor.read(cursor),
            pageSize + 1);
    boolean hasMore = found.size() > pageSize;
    List<Unit> page = hasMore ? found.subList(0, pageSize) : found;
    return new UnitPage(
        page.stream().map(UnitAnswer::of).toList(),
        hasMore,
        hasMore ? Cursor.of(page.getLast().id()) : null);
  }

  @Post("/organisation-units/{unitId}/closing")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  UnitAnswer closeUnit(
      @PathVariable String unitId, @Body @Valid CloseUnitRequest body, Caller officer) {
    return UnitAnswer.of(Answers.orThrow(organisation.close(officer, unitId, body.lastDay())));
  }

  @Put("/organisation-units/{unitId}/staff")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  UnitAnswer putStaff(@PathVariable String unitId, @Body @Valid StaffRequest body, Caller officer) {
    return UnitAnswer.of(Answers.orThrow(organisation.putStaff(officer, unitId, body.staff())));
  }

  @Put("/organisation-units/{unitId}/map-entry")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  UnitAnswer putOnMaps(
      @PathVariable String unitId, @Body @Valid MapEntryRequest body, Caller officer) {
    return UnitAnswer.of(Answers.orThrow(organisation.putOnMaps(officer, unitId, body.since())));
  }

  @Put("/organisation-targets")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  TargetAnswer putTarget(@Body @Valid TargetRequest body, Caller officer) {
    return TargetAnswer.of(Answers.orThrow(organisation.putTarget(officer, body.target())));
  }

  /** As of a day, today if none is named. */
  @Get("/organisation-figures")
  OrganisationFigureAnswer count(
      Caller officer,
      @Nullable @QueryValue @Pattern(regexp = OrganisationWire.REGION_PATTERN) String region,
      @Nullable @QueryValue LocalDate day) {
    RegionCode scope = Answers.orThrow(organisation.scope(officer, region));
    return OrganisationFigureAnswer.of(figures.on(scope, day == null ? organisation.today() : day));
  }
}
