package org.yongjun.pass.card.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.yongjun.pass.card.CardFigures;
import org.yongjun.pass.card.CardImporter;
import org.yongjun.pass.card.CardStage;
import org.yongjun.pass.card.web.CardWire.CardReportAnswer;
import org.yongjun.pass.card.web.CardWire.CardTypeAnswer;
import org.yongjun.pass.kernel.ReportDigits;
import org.yongjun.pass.kernel.Share;

/** Figures and import reports of cards as they travel. */
final class CardFigureWire {
  private CardFigureWire() {}

  @Serdeable
  record CardImportFaultAnswer(int row, CardImporter.Fault code, String detail) {}

  @Serdeable
  record CardImportAnswer(
      String importId,
      int created,
      int unchanged,
      int rejected,
      List<CardImportFaultAnswer> faults) {
    static CardImportAnswer of(CardImporter.Report report, String language) {
      return new CardImportAnswer(
          report.importId(),
          report.created(),
          report.unchanged(),
          report.faults().size(),
          report.faults().stream()
              .map(
                  each ->
                      new CardImportFaultAnswer(
                          each.row(), each.fault(), each.fault().text().in(language)))
              .toList());
    }
  }

  @Serdeable
  record StageCountAnswer(CardStage stage, long applications) {}

  /** The printed rate is rounded down. */
  @Serdeable
  record RateAnswer(long persons, long entitled, String rate) {
    static @Nullable RateAnswer of(Share share) {
      return share.isDefined()
          ? new RateAnswer(share.part(), share.whole(), share.percent())
          : null;
    }
  }

  @Serdeable
  record CardTypeFigureAnswer(
      CardTypeAnswer cardType,
      List<StageCountAnswer> stages,
      long persons,
      String personsPrinted,
      @Nullable RateAnswer entryRate,
      @Nullable RateAnswer issueRate) {
    static CardTypeFigureAnswer of(CardFigures.OfType each) {
      return new CardTypeFigureAnswer(
          CardTypeAnswer.of(each.type()),
          Arrays.stream(CardStage.values())
              .map(stage -> new StageCountAnswer(stage, each.steps().getOrDefault(stage, 0L)))
              .toList(),
          each.persons(),
          ReportDigits.count(each.persons(), "人"),
          RateAnswer.of(each.entryRate()),
          RateAnswer.of(each.issueRate()));
    }
  }

  @Serdeable
  record ProblemCountAnswer(String problem, long events) {}

  @Serdeable
  record CardFigureAnswer(
      String region,
      LocalDate from,
      LocalDate to,
      List<CardTypeFigureAnswer> types,
      List<ProblemCountAnswer> problems,
      List<CardReportAnswer> reports) {
    static CardFigureAnswer of(CardFigures.Figure figure) {
      return new CardFigureAnswer(
          figure.region().toString(),
          figure.from(),
          figure.to(),
          figure.types().stream().map(CardTypeFigureAnswer::of).toList(),
          figure.problems().entrySet().stream()
              .map(each -> new ProblemCountAnswer(each.getKey(), each.getValue()))
              .toList(),
          figure.reports().stream().map(CardReportAnswer::of).toList());
    }
  }
}
