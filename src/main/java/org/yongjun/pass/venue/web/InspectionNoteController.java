package org.yongjun.pass.venue.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.venue.InspectionNotes;
import org.yongjun.pass.venue.web.InspectionWire.FindingRequest;
import org.yongjun.pass.venue.web.InspectionWire.NoteAnswer;
import org.yongjun.pass.venue.web.InspectionWire.NoteList;
import org.yongjun.pass.venue.web.InspectionWire.RecheckRequest;
import org.yongjun.pass.venue.web.InspectionWire.RectificationRequest;

/** Findings, reports of rectification and second checks. */
@Controller("/v1/inspections/{inspectionId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class InspectionNoteController {
  private final InspectionNotes notes;

  InspectionNoteController(InspectionNotes notes) {
    this.notes = notes;
  }

  @Post("/findings")
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.ADMIN})
  NoteAnswer find(
      @PathVariable String inspectionId, @Body @Valid FindingRequest body, Caller caller) {
    return NoteAnswer.of(
        Answers.orThrow(notes.find(caller, inspectionId, body.said(), body.deadlineIfFailed())));
  }

  @Post("/rectifications")
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN, Role.Names.VENUE_OWNER})
  NoteAnswer report(
      @PathVariable String inspectionId, @Body @Valid RectificationRequest body, Caller caller) {
    return NoteAnswer.of(Answers.orThrow(notes.report(caller, inspectionId, body.said())));
  }

  @Post("/rechecks")
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.REVIEWER, Role.Names.ADMIN})
  NoteAnswer recheck(
      @PathVariable String inspectionId, @Body @Valid RecheckRequest body, Caller caller) {
    return NoteAnswer.of(
        Answers.orThrow(notes.recheck(caller, inspectionId, body.said(), body.decision())));
  }

  /** To the office, and to the venue's owner. */
  @Get("/venues/{venueId}/notes")
  @Secured({
    Role.Names.CLERK,
    Role.Names.REVIEWER,
    Role.Names.AUDITOR,
    Role.Names.ADMIN,
    Role.Names.VENUE_OWNER
  })
  NoteList list(@PathVariable String inspectionId, @PathVariable String venueId, Caller caller) {
    return new NoteList(
        Answers.orThrow(notes.list(caller, inspectionId, venueId)).stream()
            .map(NoteAnswer::of)
            .toList());
  }
}
