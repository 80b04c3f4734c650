package org.yongjun.pass.platform.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.validation.exceptions.ConstraintExceptionHandler;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.Problem.FieldError;
import org.yongjun.pass.platform.ProblemCode;

/** Says of each field out of its bounds where it stands and what is wanted, never what it holds. */
@Singleton
@Replaces(ConstraintExceptionHandler.class)
final class Violations implements ExceptionHandler<ConstraintViolationException, HttpResponse<?>> {
  /** The parameter that a request's body is bound to; pointers begin below it. */
  private static final String BODY = "body";

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, ConstraintViolationException exception) {
    List<FieldError> errors =
        exception.getConstraintViolations().stream()
            .map(each -> new FieldError(pointer(each.getPropertyPath()), wanted(each)))
            .sorted(Comparator.comparing(FieldError::pointer))
            .toList();
    ProblemCode code = ProblemCode.INVALID_REQUEST;
    return Problems.answer(request, new Problem(code, code.text(), errors));
  }

  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      boolean isNamed =
          node.getKind() == ElementKind.PROPERTY
              || node.getKind() == ElementKind.PARAMETER && !BODY.equals(node.getName());
      if (isNamed) {
        pointer.append('/').append(node.getName());
      }
    }
    return pointer.toString();
  }

  private static Text wanted(ConstraintViolation<?> violation) {
    var constraint = violation.getConstraintDescriptor();
    if (constraint == null) {
      return new Text("此处内容不符合要求", "What stands here is not acceptable");
    }
    Map<String, Object> bounds = constraint.getAttributes();
    return switch (constraint.getAnnotation().annotationType().getSimpleName()) {
      case "NotNull", "NotBlank" -> new Text("此项必填", "This is required");
      case "Size" ->
          new Text(
              "长度或数量应为 %s 至 %s".formatted(bounds.get("min"), bounds.get("max")),
              "Its length must be from %s to %s".formatted(bounds.get("min"), bounds.get("max")));
      case "Min" ->
          new Text(
              "不得小于 %s".formatted(bounds.get("value")),
              "It must be at least %s".formatted(bounds.get("value")));
      case "Max" ->
          new Text(
              "不得大于 %s".formatted(bounds.get("value")),
              "It must be at most %s".formatted(bounds.get("value")));
      default -> new Text("格式不符合要求", "It is not of the required form");
    };
  }
}
