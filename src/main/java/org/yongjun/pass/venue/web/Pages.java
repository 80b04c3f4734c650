package org.yongjun.pass.venue.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Cursor;

/** One page of a list of which one more was read than is shown. */
record Pages<T>(List<T> shown, boolean hasMore, @Nullable String next) {
  static <T> Pages<T> of(List<T> found, int pageSize, Function<T, String> id) {
    boolean hasMore = found.size() > pageSize;
    List<T> shown = hasMore ? found.subList(0, pageSize) : found;
    return new Pages<>(shown, hasMore, hasMore ? Cursor.of(id.apply(shown.getLast())) : null);
  }

  /** The number that a cursor holds; 0 for the first page. */
  static int number(String place) {
    if (place.isEmpty()) {
      return 0;
    }
    if (!place.matches("[0-9]{1,9}")) {
      throw Answers.refuse(
          Problem.invalid(
              "/cursor", "游标无效，请从第一页开始", "This cursor is not valid; begin at the first page"));
    }
    return Integer.parseInt(place);
  }

  <R> List<R> map(Function<T, R> function) {
    return shown.stream().map(function).toList();
  }
}
