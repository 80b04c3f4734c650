package org.yongjun.pass.organisation.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.yongjun.pass.kernel.Share;
import org.yongjun.pass.organisation.MutualTask;
import org.yongjun.pass.organisation.MutualTaskStore;
import org.yongjun.pass.organisation.OrganisationFigure;

/** Figures of the organisation as they travel. */
final class OrganisationFigureWire {
  private OrganisationFigureWire() {}

  @Serdeable
  record SumsAnswer(
      long units, long offices, long onMaps, long people, long fullTime, long partTime) {
    static SumsAnswer of(OrganisationFigure.Sums sums) {
      return new SumsAnswer(
          sums.units(),
          sums.offices(),
          sums.onMaps(),
          sums.people(),
          sums.fullTime(),
          sums.partTime());
    }
  }

  /** The printed rate is rounded down. */
  @Serdeable
  record CoverageAnswer(long existing, long shouldExist, String rate) {
    static @Nullable CoverageAnswer of(Share share) {
      return share.isDefined()
          ? new CoverageAnswer(share.part(), share.whole(), share.percent())
          : null;
    }
  }

  @Serdeable
  record LevelFigureAnswer(
      String level, String title, SumsAnswer sums, @Nullable CoverageAnswer coverage) {
    static LevelFigureAnswer of(OrganisationFigure.OfLevel each) {
      return new LevelFigureAnswer(
          each.level().code(),
          each.level().title(),
          SumsAnswer.of(each.sums()),
          CoverageAnswer.of(each.coverage()));
    }
  }

  @Serdeable
  record PartFigureAnswer(
      String region, String level, SumsAnswer sums, @Nullable Integer shouldExist) {
    static PartFigureAnswer of(OrganisationFigure.OfPart each) {
      return new PartFigureAnswer(
          each.region().toString(), each.level(), SumsAnswer.of(each.sums()), each.shouldExist());
    }
  }

  @Serdeable
  record TaskCountAnswer(MutualTask.Side side, long total, long closed, long open, long overdue) {
    static TaskCountAnswer of(MutualTaskStore.Count count) {
      return new TaskCountAnswer(
          count.side(),
          count.total(),
          count.closed(),
          count.total() - count.closed(),
          count.overdue());
    }
  }

  @Serdeable
  record OrganisationFigureAnswer(
      String region,
      LocalDate day,
      List<LevelFigureAnswer> levels,
      List<PartFigureAnswer> parts,
      SumsAnswer total,
      @Nullable CoverageAnswer coverage,
      long associations,
      long tasks,
      List<TaskCountAnswer> tasksBySide) {
    static OrganisationFigureAnswer of(OrganisationFigure figure) {
      return new OrganisationFigureAnswer(
          figure.region().toString(),
          figure.day(),
          figure.levels().stream().map(LevelFigureAnswer::of).toList(),
          figure.parts().stream().map(PartFigureAnswer::of).toList(),
          SumsAnswer.of(figure.total()),
          CoverageAnswer.of(figure.coverage()),
          figure.associations(),
          figure.tasks().stream().mapToLong(MutualTaskStore.Count::total).sum(),
          figure.tasks().stream().map(TaskCountAnswer::of).toList());
    }
  }
}
