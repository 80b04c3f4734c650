package org.yongjun.pass.holder;

import java.time.Instant;
import java.util.regex.Pattern;
import org.yongjun.pass.kernel.RegionCode;

/**
 * A named list of persons that catalogues may ask about, such as those of a garrison.
 *
 * @param code the word by which catalogues name it, one for the whole country
 * @param region whose office keeps it
 */
public record MemberList(
    String code, RegionCode region, String title, String createdBy, Instant createdAt) {
  public static final String CODE_PATTERN = "[A-Za-z0-9][A-Za-z0-9_-]{0,39}";
  public static final int TITLE_LENGTH_MAX = 120;

  private static final Pattern CODE = Pattern.compile(CODE_PATTERN);

  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }
}
