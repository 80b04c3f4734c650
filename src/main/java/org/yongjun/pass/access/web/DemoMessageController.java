package org.yongjun.pass.access.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import org.yongjun.pass.access.DemoSms;
import org.yongjun.pass.access.Sms;
import org.yongjun.pass.access.web.SessionWire.OtpRequest;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.web.Answers;

/**
 * The last message to a phone, in a demonstration that sends none. It is a POST so that no log has
 * the phone, and is not there at all unless {@code pass.demo} is true.
 */
@Controller("/v1/demo/messages")
@Requires(property = "pass.demo", value = "true")
@Secured(SecurityRule.IS_ANONYMOUS)
class DemoMessageController {
  private final @Nullable DemoSms sms;

  DemoMessageController(Sms sms) {
    this.sms = sms instanceof DemoSms demo ? demo : null;
  }

  @Serdeable
  record Message(String zh, String en) {}

  @Post
  Message last(@Body @Valid OtpRequest body) {
    if (sms == null) {
      throw Answers.refuse(Problem.of(ProblemCode.NOT_FOUND));
    }
    return sms.findLast(body.phone())
        .map(text -> new Message(text.zh(), text.en()))
        .orElseThrow(() -> Answers.refuse(Problem.of(ProblemCode.NOT_FOUND)));
  }
}
