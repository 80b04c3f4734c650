package org.yongjun.pass.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

/** Keeps the double list of a region: each task is closed once, on a day. */
public final class MutualTasks {
  private final MutualTaskStore store;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public MutualTasks(
      MutualTaskStore store, Journal journal, Transactions transactions, Ids ids, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** What an office states of a task. */
  public record Draft(
      RegionCode region,
      String title,
      MutualTask.Side side,
      String owner,
      LocalDate listedOn,
      LocalDate dueOn) {}

  /** Refuses: OUT_OF_REGION, INVALID_REQUEST for an unlisted region or days out of order. */
  public Outcome<MutualTask> create(Caller officer, Draft draft) {
    if (!Regions.standard().exists(draft.region())) {
      return Outcome.refused(
          Problem.invalid("/region", "没有此区划代码", "There is no region of that code"));
    }
    if (!officer.answersFor(draft.region())) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    if (!Days.isSound(draft.listedOn())
        || !Days.isSound(draft.dueOn())
        || draft.dueOn().isBefore(draft.listedOn())) {
      return Outcome.refused(
          Problem.invalid("/dueOn", "日期不正确", "The days are out of range or order"));
    }
    MutualTask task =
        new MutualTask(
            ids.next(),
            draft.region(),
            draft.title(),
            draft.side(),
            draft.owner(),
            draft.listedOn(),
            draft.dueOn(),
            null);
    return transactions.write(
        () -> {
          store.insert(task, officer.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
          append(officer, task, JournalKind.MUTUAL_TASK_LISTED, "dueOn", task.dueOn());
          return Outcome.done(task);
        });
  }

  /** The tasks of a region, by id. */
  public List<MutualTask> list(RegionCode scope, String afterId, int limit) {
    return store.list(scope, afterId, limit);
  }

  /** Closes a task; the same day again changes nothing, another one is in CONFLICT. */
  public Outcome<MutualTask> close(Caller officer, String taskId, LocalDate day) {
    return transactions.write(
        () -> {
          MutualTask task =
              store.find(taskId).filter(each -> officer.answersFor(each.region())).orElse(null);
          if (task == null) {
            return Outcome.refused(ProblemCode.NOT_FOUND);
          }
          if (day.equals(task.closedOn())) {
            return Outcome.done(task);
          }
          if (day.isBefore(task.listedOn()) || !Days.isSound(day) || !store.close(taskId, day)) {
            return Outcome.refused(
                Problem.of(
                    ProblemCode.CONFLICT,
                    "任务已销号，或销号日期早于列入日期",
                    "The task is closed, or was not listed on that day"));
          }
          append(officer, task, JournalKind.MUTUAL_TASK_CLOSED, "closedOn", day);
          return Outcome.done(store.find(taskId).orElseThrow());
        });
  }

  private void append(
      Caller officer, MutualTask task, JournalKind kind, String what, LocalDate day) {
    journal.append(
        new JournalEntry(
            kind,
            task.id(),
            task.region(),
            officer.id(),
            officer.requestId(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            Map.of("side", task.side().name(), what, day.toString())));
  }
}
