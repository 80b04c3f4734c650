package org.yongjun.pass.card.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.card.CardApplication;
import org.yongjun.pass.card.CardApplications;
import org.yongjun.pass.card.CardChannel;
import org.yongjun.pass.card.CardEvent;
import org.yongjun.pass.card.CardNotes;
import org.yongjun.pass.card.CardReport;
import org.yongjun.pass.card.CardStage;
import org.yongjun.pass.card.CardType;
import org.yongjun.pass.card.CardTypes;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.platform.Ids;

/** What travels over HTTP about cards and applications for them. */
final class CardWire {
  /** Why persons are looked up, unless a call says otherwise. */
  static final String SERVICE = "SERVICE";

  static final String REGION_PATTERN = "[0-9]{6}";
  static final String PROBLEM_PATTERN = "[A-Z][A-Z_]{0,31}";

  private CardWire() {}

  /** How an officer took an application. */
  @Serdeable
  enum OfficeChannel {
    COUNTER,
    AGENT,
    HOME_VISIT;

    CardChannel channel() {
      return CardChannel.valueOf(name());
    }
  }

  @Serdeable
  record NewCardTypeRequest(
      @NotNull @Pattern(regexp = CardType.CODE_PATTERN) String cardType,
      @NotNull @Pattern(regexp = REGION_PATTERN) String region,
      @NotBlank @Size(max = CardType.TITLE_LENGTH_MAX) String title,
      @Nullable @Size(min = 1, max = CardType.PARTNER_LENGTH_MAX) String partner,
      @NotNull @Size(min = 1, max = 14) List<@NotNull HolderClass> classes) {
    CardType toType() {
      return new CardType(
          cardType, RegionCode.of(region), title.strip(), partner, HolderClasses.of(classes));
    }
  }

  @Serdeable
  record CardTypeAnswer(
      String cardType,
      String region,
      String title,
      @Nullable String partner,
      List<HolderClass> classes) {
    static CardTypeAnswer of(CardType type) {
      return new CardTypeAnswer(
          type.code(),
          type.region().toString(),
          type.title(),
          type.partner(),
          type.classes().list());
    }
  }

  @Serdeable
  record CardTypeList(List<CardTypeAnswer> cardTypes) {}

  @Serdeable
  record DocumentBody(
      @NotNull @Size(max = CardNotes.FIELD_LENGTH_MAX) @Pattern(regexp = CardNotes.LINE_PATTERN)
          String kind,
      @NotNull @Size(max = CardNotes.FIELD_LENGTH_MAX) @Pattern(regexp = CardNotes.LINE_PATTERN)
          String reference) {
    @Override
    public String toString() {
      return "DocumentBody";
    }
  }

  @Serdeable
  record NewApplicationRequest(
      @NotNull @Pattern(regexp = CardType.CODE_PATTERN) String cardType,
      @Nullable @Pattern(regexp = Ids.GIVEN_PATTERN) String holderId,
      @Nullable OfficeChannel channel,
      @Nullable LocalDate appliedOn,
      @Nullable @Size(max = CardNotes.REMARK_LENGTH_MAX) @Pattern(regexp = CardNotes.LINE_PATTERN)
          String remark,
      @Nullable @Size(max = CardEvent.PROBLEMS_MAX)
          List<@NotNull @Pattern(regexp = PROBLEM_PATTERN) String> problems,
      @Nullable @Size(max = CardNotes.DOCUMENTS_MAX) List<@NotNull @Valid DocumentBody> documents) {
    CardApplications.Step step() {
      return CardWire.step(CardStage.APPLIED, appliedOn, remark, problems, documents);
    }

    @Override
    public String toString() {
      return "NewApplicationRequest";
    }
  }

  @Serdeable
  record StepRequest(
      @NotNull CardStage stage,
      @Nullable LocalDate steppedOn,
      @Nullable @Size(max = CardNotes.REMARK_LENGTH_MAX) @Pattern(regexp = CardNotes.LINE_PATTERN)
          String remark,
      @Nullable @Size(max = CardEvent.PROBLEMS_MAX)
          List<@NotNull @Pattern(regexp = PROBLEM_PATTERN) String> problems,
      @Nullable @Size(max = CardNotes.DOCUMENTS_MAX) List<@NotNull @Valid DocumentBody> documents) {
    CardApplications.Step step() {
      return CardWire.step(stage, steppedOn, remark, problems, documents);
    }

    @Override
    public String toString() {
      return "StepRequest";
    }
  }

  static CardApplications.Step step(
      CardStage stage,
      @Nullable LocalDate day,
      @Nullable String remark,
      @Nullable List<String> problems,
      @Nullable List<DocumentBody> documents) {
    return new CardApplications.Step(
        stage,
        Optional.ofNullable(day),
        problems == null ? List.of() : problems.stream().distinct().toList(),
        new CardNotes(
            remark == null ? "" : remark,
            documents == null
                ? List.of()
                : documents.stream()
                    .map(each -> new CardNotes.Document(each.kind(), each.reference()))
                    .toList()));
  }

  @Serdeable
  record ApplicationAnswer(
      String cardApplicationId,
      String cardType,
      String holderId,
      String region,
      CardChannel channel,
      CardStage stage,
      LocalDate steppedOn) {
    static ApplicationAnswer of(CardApplication application) {
      return new ApplicationAnswer(
          application.id(),
          application.type(),
          application.holderId(),
          application.region().toString(),
          application.channel(),
          application.stage(),
          application.lastDay());
    }
  }

  /** The code is what a printer puts on our own card; it is told once. */
  @Serdeable
  record SteppedAnswer(ApplicationAnswer application, @Nullable String code) {
    static SteppedAnswer of(CardApplications.Stepped stepped) {
      return new SteppedAnswer(
          ApplicationAnswer.of(stepped.application()),
          stepped.card().map(card -> CodeText.encode(card.block().bytes())).orElse(null));
    }

    @Override
    public String toString() {
      return "SteppedAnswer";
    }
  }

  @Serdeable
  record EventAnswer(
      int number,
      CardStage stage,
      LocalDate steppedOn,
      String actor,
      List<String> problems,
      @Nullable String remark,
      List<DocumentBody> documents) {
    static EventAnswer of(CardApplications.History.Told told) {
      return new EventAnswer(
          told.event().number(),
          told.event().stage(),
          told.event().day(),
          told.event().actor(),
          told.event().problems(),
          told.notes().remark().isEmpty() ? null : told.notes().remark(),
          told.notes().documents().stream()
              .map(each -> new DocumentBody(each.kind(), each.reference()))
              .toList());
    }

    @Override
    public String toString() {
      return "EventAnswer";
    }
  }

  @Serdeable
  record HistoryAnswer(ApplicationAnswer application, List<EventAnswer> events) {
    static HistoryAnswer of(CardApplications.History history) {
      return new HistoryAnswer(
          ApplicationAnswer.of(history.application()),
          history.events().stream().map(EventAnswer::of).toList());
    }
  }

  @Serdeable
  record ApplicationPage(
      List<ApplicationAnswer> applications, boolean hasMore, @Nullable String next) {}

  @Serdeable
  record OwnApplications(List<ApplicationAnswer> applications) {}

  @Serdeable
  record NewCardReportRequest(
      @NotNull @Pattern(regexp = CardType.CODE_PATTERN) String cardType,
      @NotNull @Pattern(regexp = REGION_PATTERN) String region,
      @NotNull CardStage stage,
      @NotNull LocalDate asOf,
      @Min(0) @Max(1_000_000_000L) long cards,
      @NotBlank @Size(max = 120) String reporter,
      @NotNull LocalDate reportedOn,
      @NotBlank @Size(max = 200) String document) {
    CardTypes.ReportDraft draft() {
      return new CardTypes.ReportDraft(
          cardType,
          RegionCode.of(region),
          stage,
          asOf,
          cards,
          reporter.strip(),
          reportedOn,
          document.strip());
    }
  }

  @Serdeable
  record CardReportAnswer(
      String reportId,
      String cardType,
      String region,
      CardStage stage,
      LocalDate asOf,
      long cards,
      String reporter,
      LocalDate reportedOn,
      String document) {
    static CardReportAnswer of(CardReport report) {
      return new CardReportAnswer(
          report.id(),
          report.type(),
          report.region().toString(),
          report.stage(),
          report.asOf(),
          report.cards(),
          report.reporter(),
          report.reportedOn(),
          report.document());
    }
  }
}
