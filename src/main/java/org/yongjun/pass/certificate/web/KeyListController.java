package org.yongjun.pass.certificate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.yongjun.pass.certificate.KeyListPublisher;
import org.yongjun.pass.platform.web.Conditional;

/** The public keys by which anyone checks a code; public, since they are meant to be. */
@Controller("/.well-known/yongjun-pass")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class KeyListController {
  private final KeyListPublisher publisher;

  KeyListController(KeyListPublisher publisher) {
    this.publisher = publisher;
  }

  @Get("/keys")
  @Produces("application/jose")
  HttpResponse<String> keys(HttpRequest<?> request) {
    KeyListPublisher.Published list = publisher.current();
    return Conditional.byVersion(request, "" + list.version(), list.compactJws())
        .header("Cache-Control", "max-age=300");
  }
}
