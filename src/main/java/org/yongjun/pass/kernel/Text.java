package org.yongjun.pass.kernel;

import java.util.Objects;

/**
 * One sentence in the two languages that every answer to a person has.
 *
 * @param zh Simplified Chinese
 * @param en English
 */
public record Text(String zh, String en) {
  public Text {
    Objects.requireNonNull(zh);
    Objects.requireNonNull(en);
  }

  /** The Chinese sentence unless the caller's language tag begins with {@code en}. */
  public String in(String languageTag) {
    return languageTag.regionMatches(true, 0, "en", 0, 2) ? en : zh;
  }
}
