package org.yongjun.pass.holder.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.holder.HolderCursor;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;

/** Page cursors as clients carry them: opaque text, only worth giving back. */
final class Cursors {
  private static final int LENGTH_MAX = 64;
  private static final Pattern FORM = Pattern.compile("(\\d{6})\\.([0-9A-Za-z]{1,32})");

  private Cursors() {}

  static String encode(HolderCursor cursor) {
    String text = cursor.homeRegion() + "." + cursor.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Empty for no cursor; INVALID_REQUEST for one that was not made here. */
  static Outcome<Optional<HolderCursor>> decode(@Nullable String cursor) {
    if (cursor == null) {
      return Outcome.done(Optional.empty());
    }
    if (cursor.length() <= LENGTH_MAX && cursor.matches("[0-9A-Za-z_-]+")) {
      Matcher matcher = FORM.matcher(text(cursor));
      if (matcher.matches()) {
        RegionCode region = RegionCode.of(matcher.group(1));
        return Outcome.done(Optional.of(new HolderCursor(region, matcher.group(2))));
      }
    }
    return Outcome.refused(
        Problem.invalid(
            "/cursor", "翻页标记无效，请从第一页开始", "Not a cursor from here; start at the first page"));
  }

  private static String text(String base64) {
    // One left-over character carries no whole byte, which the decoder would call a bug of ours.
    String whole = base64.length() % 4 == 1 ? base64.substring(1) : base64;
    return new String(Base64.getUrlDecoder().decode(whole), StandardCharsets.ISO_8859_1);
  }
}
