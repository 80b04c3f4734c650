package org.yongjun.pass.certificate.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.certificate.ShortCodes;
import org.yongjun.pass.certificate.web.CertificateWire.ShortCodeAnswer;
import org.yongjun.pass.platform.web.Answers;

/** Twenty digits for where no camera reads the holder's phone. */
@Controller("/v1/short-codes")
@Secured(Role.Names.HOLDER)
@ExecuteOn(TaskExecutors.BLOCKING)
class ShortCodeController {
  private final ShortCodes shortCodes;

  ShortCodeController(ShortCodes shortCodes) {
    this.shortCodes = shortCodes;
  }

  @Post
  HttpResponse<ShortCodeAnswer> issue(Caller holder) {
    ShortCodes.Issued issued = Answers.orThrow(shortCodes.issue(holder));
    return HttpResponse.created(new ShortCodeAnswer(issued.digits(), issued.expiresAt()))
        .header("Cache-Control", "no-store");
  }
}
