package org.yongjun.pass.venue.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Cursor;
import org.yongjun.pass.venue.InspectedVenue;
import org.yongjun.pass.venue.Inspection;
import org.yongjun.pass.venue.Inspections;
import org.yongjun.pass.venue.web.InspectionWire.ClosingRequest;
import org.yongjun.pass.venue.web.InspectionWire.DrawRequest;
import org.yongjun.pass.venue.web.InspectionWire.InspectedAnswer;
import org.yongjun.pass.venue.web.InspectionWire.InspectedPage;
import org.yongjun.pass.venue.web.InspectionWire.InspectionAnswer;
import org.yongjun.pass.venue.web.InspectionWire.InspectionPage;
import org.yongjun.pass.venue.web.InspectionWire.NewInspectionRequest;

/** Inspection campaigns: announced, drawn, closed with a report. */
@Controller("/v1/inspections")
@ExecuteOn(TaskExecutors.BLOCKING)
class InspectionController {
  private final Inspections inspections;

  InspectionController(Inspections inspections) {
    this.inspections = inspections;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.ADMIN})
  InspectionAnswer announce(@Body @Valid NewInspectionRequest body, Caller caller) {
    return answer(Answers.orThrow(inspections.announce(caller, body.toDomain())));
  }

  @Get
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  InspectionPage list(
      @QueryValue @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Inspections.PAGE_SIZE_MAX) int pageSize,
      Caller caller) {
    List<Inspection> found =
        Answers.orThrow(
            inspections.list(caller, RegionCode.of(region), Cursor.read(cursor), pageSize + 1));
    Pages<Inspection> page = Pages.of(found, pageSize, Inspection::id);
    return new InspectionPage(page.map(this::answer), page.hasMore(), page.next());
  }

  @Get("/{inspectionId}")
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  InspectionAnswer get(@PathVariable String inspectionId, Caller caller) {
    return answer(Answers.orThrow(inspections.find(caller, inspectionId)));
  }

  @Post("/{inspectionId}/draw")
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.ADMIN})
  InspectionAnswer draw(
      @PathVariable String inspectionId, @Body @Valid DrawRequest body, Caller caller) {
    return answer(
        Answers.orThrow(
            inspections.draw(
                caller,
                inspectionId,
                Optional.ofNullable(body.size()),
                Optional.ofNullable(body.seed()))));
  }

  @Get("/{inspectionId}/venues")
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  InspectedPage listVenues(
      @PathVariable String inspectionId,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Inspections.PAGE_SIZE_MAX) int pageSize,
      Caller caller) {
    List<InspectedVenue> found =
        Answers.orThrow(
            inspections.listVenues(
                caller, inspectionId, Pages.number(Cursor.read(cursor)), pageSize + 1));
    Pages<InspectedVenue> page = Pages.of(found, pageSize, each -> Integer.toString(each.place()));
    return new InspectedPage(page.map(InspectedAnswer::of), page.hasMore(), page.next());
  }

  @Post("/{inspectionId}/closing")
  @Secured({Role.Names.REVIEWER, Role.Names.ADMIN})
  InspectionAnswer close(
      @PathVariable String inspectionId, @Body @Valid ClosingRequest body, Caller caller) {
    return answer(Answers.orThrow(inspections.close(caller, inspectionId, body.report().strip())));
  }

  private InspectionAnswer answer(Inspection inspection) {
    return InspectionAnswer.of(inspection, inspections.result(inspection.id()));
  }
}
