package org.yongjun.pass.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.platform.Problem;

/**
 * The opaque place in a list at which the next page begins. It names the last id that was shown, so
 * pages stay right while rows are added.
 */
public final class Cursor {
  private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9/_.-]{0,128}");

  private Cursor() {}

  public static String of(String lastId) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(lastId.getBytes(StandardCharsets.UTF_8));
  }

  /** The id after which the page begins; empty for the first page. */
  public static String read(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return "";
    }
    String place;
    try {
      place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      throw unreadable();
    }
    if (!PLACE.matcher(place).matches()) {
      throw unreadable();
    }
    return place;
  }

  private static ProblemException unreadable() {
    return Answers.refuse(
        Problem.invalid(
            "/cursor", "游标无效，请从第一页开始", "This cursor is not valid; begin at the first page"));
  }
}
