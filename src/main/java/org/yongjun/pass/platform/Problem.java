package org.yongjun.pass.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;

/**
 * A refusal as a value.
 *
 * @param detail what is wrong with this request, nearest fix first; never personal data or a code
 * @param errors one entry per fault in the input, may be empty
 */
public record Problem(RefusalCode code, Text detail, List<FieldError> errors) {
  /**
   * A fault in the input.
   *
   * @param pointer JSON pointer or, for lines of a file, {@code /rows/17/phone}
   * @param line the line of the document that was sent, from 1; null where there are no lines
   */
  public record FieldError(String pointer, Text detail, @Nullable Integer line) {
    public FieldError(String pointer, Text detail) {
      this(pointer, detail, null);
    }
  }

  public Problem {
    errors = List.copyOf(errors);
  }

  public static Problem of(ProblemCode code) {
    return new Problem(code, code.text(), List.of());
  }

  public static Problem of(ProblemCode code, String zh, String en) {
    return new Problem(code, new Text(zh, en), List.of());
  }

  /** A refusal by {@code reason} with the sentence that fits this request. */
  public static Problem of(ReasonCode reason, Text detail) {
    return new Problem(new RefusedReason(reason), detail, List.of());
  }

  /** An {@link ProblemCode#INVALID_REQUEST} that names one field. */
  public static Problem invalid(String pointer, String zh, String en) {
    return new Problem(
        ProblemCode.INVALID_REQUEST,
        ProblemCode.INVALID_REQUEST.text(),
        List.of(new FieldError(pointer, new Text(zh, en))));
  }
}
