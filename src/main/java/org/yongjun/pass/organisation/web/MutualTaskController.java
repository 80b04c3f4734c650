package org.yongjun.pass.organisation.web;

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
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.organisation.MutualTask;
import org.yongjun.pass.organisation.MutualTasks;
import org.yongjun.pass.organisation.Organisation;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Cursor;

/** The double list of tasks between troops and their locality. */
@Controller("/v1/mutual-tasks")
@ExecuteOn(TaskExecutors.BLOCKING)
class MutualTaskController {
  private final MutualTasks tasks;
  private final Organisation organisation;

  MutualTaskController(MutualTasks tasks, Organisation organisation) {
    this.tasks = tasks;
    this.organisation = organisation;
  }

  @Serdeable
  record NewTaskRequest(
      @NotNull @Pattern(regexp = OrganisationWire.REGION_PATTERN) String region,
      @NotBlank @Size(max = MutualTask.TITLE_LENGTH_MAX) String title,
      @NotNull MutualTask.Side side,
      @NotBlank @Size(max = MutualTask.OWNER_LENGTH_MAX) String owner,
      @NotNull LocalDate listedOn,
      @NotNull LocalDate dueOn) {}

  @Serdeable
  record CloseTaskRequest(@NotNull LocalDate closedOn) {}

  @Serdeable
  record TaskAnswer(
      String taskId,
      String region,
      String title,
      MutualTask.Side side,
      String owner,
      LocalDate listedOn,
      LocalDate dueOn,
      @Nullable LocalDate closedOn) {
    static TaskAnswer of(MutualTask task) {
      return new TaskAnswer(
          task.id(),
          task.region().toString(),
          task.title(),
          task.side(),
          task.owner(),
          task.listedOn(),
          task.dueOn(),
          task.closedOn());
    }
  }

  @Serdeable
  record TaskPage(List<TaskAnswer> tasks, boolean hasMore, @Nullable String next) {}

  @Post
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  TaskAnswer create(@Body @Valid NewTaskRequest body, Caller officer) {
    return TaskAnswer.of(
        Answers.orThrow(
            tasks.create(
                officer,
                new MutualTasks.Draft(
                    RegionCode.of(body.region()),
                    body.title().strip(),
                    body.side(),
                    body.owner().strip(),
                    body.listedOn(),
                    body.dueOn()))));
  }

  @Get
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  TaskPage list(
      Caller officer,
      @Nullable @QueryValue @Pattern(regexp = OrganisationWire.REGION_PATTERN) String region,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Organisation.PAGE_SIZE_MAX) int pageSize) {
    RegionCode scope = Answers.orThrow(organisation.scope(officer, region));
    List<MutualTask> found = tasks.list(scope, Cursor.read(cursor), pageSize + 1);
    boolean hasMore = found.size() > pageSize;
    List<MutualTask> page = hasMore ? found.subList(0, pageSize) : found;
    return new TaskPage(
        page.stream().map(TaskAnswer::of).toList(),
        hasMore,
        hasMore ? Cursor.of(page.getLast().id()) : null);
  }

  /** Closes a task; the same day again changes nothing. */
  @Post("/{taskId}/closing")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  TaskAnswer close(
      @PathVariable String taskId, @Body @Valid CloseTaskRequest body, Caller officer) {
    return TaskAnswer.of(Answers.orThrow(tasks.close(officer, taskId, body.closedOn())));
  }
}
