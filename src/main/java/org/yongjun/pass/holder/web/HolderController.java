package org.yongjun.pass.holder.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.holder.HolderCursor;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.holder.LookupPurpose;
import org.yongjun.pass.holder.Lookups;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.CallerLanguage;

/** Offices register and look up the holders of their region. */
@Controller("/v1/holders")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HolderController {
  private static final String PAGE_SIZE_DEFAULT = "50";
  private final Holders holders;
  private final Lookups lookups;

  HolderController(Holders holders, Lookups lookups) {
    this.holders = holders;
    this.lookups = lookups;
  }

  /**
   * Registers the lines of a CSV file; the report names each faulty line.
   *
   * @param file in UTF-8 or GB18030; the content type may state which
   */
  @Post("/imports")
  @Consumes("text/csv")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  ImportReportBody importCsv(Caller caller, HttpRequest<?> request, @Body byte[] file) {
    return ImportReportBody.of(
        Answers.orThrow(
            Scopes.statedCharset(request.getContentType())
                .then(charset -> holders.importCsv(caller, file, charset))),
        CallerLanguage.of(request));
  }

  /** One holder of the officer's region. */
  @Get("/{holderId}")
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  HolderBody get(
      Caller caller,
      @PathVariable String holderId,
      @QueryValue(defaultValue = Scopes.SERVICE) LookupPurpose purpose) {
    return HolderBody.of(Answers.orThrow(lookups.view(caller, holderId, purpose, "record")));
  }

  /**
   * The holders of the officer's region, or of a part of it.
   *
   * @param region six digits; the officer's own region if absent
   * @param pageSize 1 … {@link Holders#PAGE_SIZE_MAX}
   */
  @Get
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  HolderPageBody list(
      Caller caller,
      @Nullable @QueryValue String region,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = PAGE_SIZE_DEFAULT) int pageSize,
      @QueryValue(defaultValue = Scopes.SERVICE) LookupPurpose purpose) {
    RegionCode scope = Answers.orThrow(Scopes.scope(caller, region));
    Optional<HolderCursor> after = Answers.orThrow(Cursors.decode(cursor));
    int size = Answers.orThrow(pageSize(pageSize));
    return HolderPageBody.of(lookups.listIn(caller, scope, after, size, purpose));
  }

  private static Outcome<Integer> pageSize(int given) {
    return given >= 1 && given <= Holders.PAGE_SIZE_MAX
        ? Outcome.done(given)
        : Outcome.refused(
            Problem.invalid(
                "/pageSize",
                "每页数量应为1至" + Holders.PAGE_SIZE_MAX,
                "A page has 1 to " + Holders.PAGE_SIZE_MAX + " holders"));
  }
}
