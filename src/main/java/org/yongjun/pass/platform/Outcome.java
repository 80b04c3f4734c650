package org.yongjun.pass.platform;

import java.util.function.Function;

/** What a service answers: the value asked for, or the reason why not. */
public sealed interface Outcome<T> {
  record Done<T>(T value) implements Outcome<T> {}

  record Refused<T>(Problem problem) implements Outcome<T> {}

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(Problem problem) {
    return new Refused<>(problem);
  }

  static <T> Outcome<T> refused(ProblemCode code) {
    return new Refused<>(Problem.of(code));
  }

  default <R> Outcome<R> map(Function<T, R> function) {
    return switch (this) {
      case Done<T>(T value) -> done(function.apply(value));
      case Refused<T>(Problem problem) -> refused(problem);
    };
  }

  default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Problem problem) -> refused(problem);
    };
  }
}
