package org.yongjun.pass.redemption.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Cursor;
import org.yongjun.pass.redemption.HolderHistory;
import org.yongjun.pass.redemption.web.HistoryWire.SavingsAnswer;
import org.yongjun.pass.redemption.web.HistoryWire.UsePage;

/** A holder's own uses and savings. */
@Controller("/v1/me")
@Secured(Role.Names.HOLDER)
@ExecuteOn(TaskExecutors.BLOCKING)
class HistoryController {
  private final HolderHistory history;

  HistoryController(HolderHistory history) {
    this.history = history;
  }

  @Get("/redemptions")
  UsePage redemptions(
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "20") @Min(1) @Max(HolderHistory.PAGE_SIZE_MAX) int pageSize,
      Caller holder) {
    return UsePage.of(Answers.orThrow(history.list(holder, Cursor.read(cursor), pageSize)));
  }

  @Get("/savings")
  SavingsAnswer savings(Caller holder) {
    return SavingsAnswer.of(Answers.orThrow(history.sum(holder)));
  }
}
