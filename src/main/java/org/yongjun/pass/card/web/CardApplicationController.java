package org.yongjun.pass.card.web;

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
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.card.CardApplication;
import org.yongjun.pass.card.CardApplications;
import org.yongjun.pass.card.CardChannel;
import org.yongjun.pass.card.CardStage;
import org.yongjun.pass.card.CardType;
import org.yongjun.pass.card.CardTypes;
import org.yongjun.pass.card.web.CardWire.ApplicationAnswer;
import org.yongjun.pass.card.web.CardWire.ApplicationPage;
import org.yongjun.pass.card.web.CardWire.HistoryAnswer;
import org.yongjun.pass.card.web.CardWire.NewApplicationRequest;
import org.yongjun.pass.card.web.CardWire.OwnApplications;
import org.yongjun.pass.card.web.CardWire.StepRequest;
import org.yongjun.pass.card.web.CardWire.SteppedAnswer;
import org.yongjun.pass.holder.LookupPurpose;
import org.yongjun.pass.holder.Lookups;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Cursor;

/** Applications for cards, by holders and on their behalf. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class CardApplicationController {
  private final CardApplications applications;
  private final CardTypes types;
  private final Lookups lookups;

  CardApplicationController(CardApplications applications, CardTypes types, Lookups lookups) {
    this.applications = applications;
    this.types = types;
    this.lookups = lookups;
  }

  @Post("/card-applications")
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.HOLDER, Role.Names.CLERK, Role.Names.ADMIN})
  ApplicationAnswer apply(@Body @Valid NewApplicationRequest body, Caller caller) {
    CardChannel channel = body.channel() == null ? CardChannel.COUNTER : body.channel().channel();
    return ApplicationAnswer.of(
        Answers.orThrow(
            applications.apply(caller, body.cardType(), body.holderId(), channel, body.step())));
  }

  @Get("/card-applications")
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  ApplicationPage list(
      Caller officer,
      @Nullable @QueryValue @Pattern(regexp = CardWire.REGION_PATTERN) String region,
      @Nullable @QueryValue @Pattern(regexp = CardType.CODE_PATTERN) String cardType,
      @Nullable @QueryValue CardStage stage,
      @QueryValue(defaultValue = CardWire.SERVICE) LookupPurpose purpose,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(CardApplications.PAGE_SIZE_MAX) int pageSize) {
    RegionCode scope = Answers.orThrow(types.scope(officer, region));
    List<CardApplication> found =
        applications.listIn(scope, cardType, stage, Cursor.read(cursor), pageSize + 1);
    boolean hasMore = found.size() > pageSize;
    List<CardApplication> page = hasMore ? found.subList(0, pageSize) : found;
    lookups.listed(officer, scope, purpose, "card-applications", page);
    return new ApplicationPage(
        page.stream().map(ApplicationAnswer::of).toList(),
        hasMore,
        hasMore ? Cursor.of(page.getLast().id()) : null);
  }

  @Get("/card-applications/{cardApplicationId}")
  @Secured({
    Role.Names.HOLDER,
    Role.Names.CLERK,
    Role.Names.REVIEWER,
    Role.Names.AUDITOR,
    Role.Names.ADMIN
  })
  HistoryAnswer get(
      @PathVariable String cardApplicationId,
      @QueryValue(defaultValue = CardWire.SERVICE) LookupPurpose purpose,
      Caller caller) {
    CardApplications.History found = Answers.orThrow(applications.find(caller, cardApplicationId));
    if (caller.role() != Role.HOLDER) {
      CardApplication shown = found.application();
      lookups.noted(caller, shown.holderId(), shown.region(), purpose, "card-application");
    }
    return HistoryAnswer.of(found);
  }

  @Post("/card-applications/{cardApplicationId}/steps")
  @Secured({Role.Names.HOLDER, Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.ADMIN})
  SteppedAnswer step(
      @PathVariable String cardApplicationId, @Body @Valid StepRequest body, Caller caller) {
    return SteppedAnswer.of(
        Answers.orThrow(applications.step(caller, cardApplicationId, body.step())));
  }

  @Get("/me/card-applications")
  @Secured(Role.Names.HOLDER)
  OwnApplications listOwn(Caller holder) {
    return new OwnApplications(
        applications.listOwn(holder).stream().map(ApplicationAnswer::of).toList());
  }
}
