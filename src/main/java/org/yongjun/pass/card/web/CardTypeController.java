package org.yongjun.pass.card.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
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
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.card.CardFigures;
import org.yongjun.pass.card.CardImporter;
import org.yongjun.pass.card.CardType;
import org.yongjun.pass.card.CardTypes;
import org.yongjun.pass.card.web.CardFigureWire.CardFigureAnswer;
import org.yongjun.pass.card.web.CardFigureWire.CardImportAnswer;
import org.yongjun.pass.card.web.CardWire.CardReportAnswer;
import org.yongjun.pass.card.web.CardWire.CardTypeAnswer;
import org.yongjun.pass.card.web.CardWire.CardTypeList;
import org.yongjun.pass.card.web.CardWire.NewCardReportRequest;
import org.yongjun.pass.card.web.CardWire.NewCardTypeRequest;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.CallerLanguage;

/** Kinds of cards, cards that partners have issued, and figures of them all. */
@Controller("/v1")
@Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
@ExecuteOn(TaskExecutors.BLOCKING)
class CardTypeController {
  private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
  private static final LocalDate END = LocalDate.of(2199, 12, 31);

  private final CardTypes types;
  private final CardImporter importer;
  private final CardFigures figures;

  CardTypeController(CardTypes types, CardImporter importer, CardFigures figures) {
    this.types = types;
    this.importer = importer;
    this.figures = figures;
  }

  @Post("/card-types")
  @Status(HttpStatus.CREATED)
  @Secured(Role.Names.ADMIN)
  CardTypeAnswer create(@Body @Valid NewCardTypeRequest body, Caller officer) {
    return CardTypeAnswer.of(Answers.orThrow(types.create(officer, body.toType())));
  }

  @Get("/card-types")
  CardTypeList list(
      Caller officer,
      @Nullable @QueryValue @Pattern(regexp = CardWire.REGION_PATTERN) String region) {
    RegionCode scope = Answers.orThrow(types.scope(officer, region));
    return new CardTypeList(types.listTypes(scope).stream().map(CardTypeAnswer::of).toList());
  }

  /** Enters the cards that a partner has issued to persons at home in the region. */
  @Post("/card-types/{cardType}/imports")
  @Consumes("text/csv")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  CardImportAnswer importCards(
      @PathVariable String cardType,
      @Nullable @QueryValue @Pattern(regexp = CardWire.REGION_PATTERN) String region,
      Caller officer,
      HttpRequest<?> request,
      @Body byte[] file) {
    RegionCode scope = Answers.orThrow(types.scope(officer, region));
    if (!cardType.matches(CardType.CODE_PATTERN)) {
      throw Answers.refuse(Problem.of(ProblemCode.NOT_FOUND));
    }
    return CardImportAnswer.of(
        Answers.orThrow(importer.importCsv(officer, cardType, scope, file)),
        CallerLanguage.of(request));
  }

  @Post("/card-reports")
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  CardReportAnswer report(@Body @Valid NewCardReportRequest body, Caller officer) {
    return CardReportAnswer.of(Answers.orThrow(types.report(officer, body.draft())));
  }

  /** Cumulative to today where nothing else is said. */
  @Get("/card-figures")
  CardFigureAnswer count(
      Caller officer,
      @Nullable @QueryValue @Pattern(regexp = CardWire.REGION_PATTERN) String region,
      @Nullable @QueryValue LocalDate from,
      @Nullable @QueryValue LocalDate to) {
    RegionCode scope = Answers.orThrow(types.scope(officer, region));
    LocalDate first = from == null ? BEGINNING : from;
    LocalDate last = to == null ? types.today() : to;
    if (last.isBefore(first) || first.isBefore(BEGINNING) || last.isAfter(END)) {
      throw Answers.refuse(
          Problem.invalid("/to", "起止日期不正确", "The days are reversed or out of range"));
    }
    return CardFigureAnswer.of(figures.between(scope, first, last));
  }
}
