package org.yongjun.pass.platform.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import org.yongjun.pass.kernel.Text;

/** In which of its two languages an answer is given. */
public final class CallerLanguage {
  private static final String CHINESE = "zh-CN";

  private static final Text TAG = new Text(CHINESE, "en");

  private CallerLanguage() {}

  /** The tag that {@link Text#in} takes: what the caller accepts, Chinese where nothing is said. */
  public static String of(HttpRequest<?> request) {
    String accepted = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
    return accepted == null ? CHINESE : accepted;
  }

  /** The value of {@code Content-Language} for an answer to such a caller. */
  static String answered(String tag) {
    return TAG.in(tag);
  }
}
