package org.yongjun.pass.holder.web;

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
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.holder.LookupPurpose;
import org.yongjun.pass.holder.Lookups;
import org.yongjun.pass.holder.PersonEvents;
import org.yongjun.pass.holder.web.PersonEventWire.NewPersonEventRequest;
import org.yongjun.pass.holder.web.PersonEventWire.PersonEventAnswer;
import org.yongjun.pass.holder.web.PersonEventWire.PersonEventsAnswer;
import org.yongjun.pass.platform.web.Answers;

/** What happened to a holder: death, prison, transfer, a class gained or lost, proof of life. */
@Controller("/v1/holders/{holderId}/events")
@ExecuteOn(TaskExecutors.BLOCKING)
class PersonEventController {
  private final PersonEvents events;
  private final Lookups lookups;

  PersonEventController(PersonEvents events, Lookups lookups) {
    this.events = events;
    this.lookups = lookups;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  PersonEventAnswer record(
      @PathVariable String holderId, @Body @Valid NewPersonEventRequest body, Caller officer) {
    return PersonEventAnswer.of(Answers.orThrow(events.record(officer, holderId, body.toDraft())));
  }

  /** All of them, by effective day. */
  @Get
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  PersonEventsAnswer list(
      @PathVariable String holderId,
      @QueryValue(defaultValue = Scopes.SERVICE) LookupPurpose purpose,
      Caller officer) {
    Answers.orThrow(lookups.view(officer, holderId, purpose, "events"));
    return new PersonEventsAnswer(
        Answers.orThrow(events.list(officer, holderId)).stream()
            .map(PersonEventAnswer::of)
            .toList());
  }
}
