package org.yongjun.pass.platform.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * An RFC 9457 answer.
 *
 * @param type {@code urn:yongjun-pass:problem:CODE}
 * @param title what the code means, in the caller's language
 * @param detail what is wrong with this request, in the caller's language
 * @param code stable, see api-spec/problems.md
 * @param retryable whether the identical request may succeed later
 * @param requestId the correlation id, also in the header {@code X-Request-Id}
 */
@Serdeable
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String code,
    boolean retryable,
    String requestId,
    List<FieldFault> errors) {
  /**
   * One fault in the input; the pointer is a JSON pointer or a row of a table, the line that of the
   * document, where it has lines.
   */
  @Serdeable
  public record FieldFault(String pointer, String detail, @Nullable Integer line) {}
}
