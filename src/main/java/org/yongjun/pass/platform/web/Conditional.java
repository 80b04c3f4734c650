package org.yongjun.pass.platform.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Conditional reading (RFC 9110, section 13.1.2): a client that names the state which it has gets
 * 304 while that is the newest.
 */
@Singleton
public final class Conditional {
  /** Kept by the caller alone, and asked about each time. */
  private static final String OWN = "private, no-cache";

  private final JsonMapper json;

  Conditional(JsonMapper json) {
    this.json = json;
  }

  /**
   * The body under a strong ETag of its content, so that a new shape of the answer is a new state
   * too.
   */
  public <T> HttpResponse<T> byContent(HttpRequest<?> request, T body) {
    return byVersion(request, hash(body), body).header(HttpHeaders.CACHE_CONTROL, OWN);
  }

  /**
   * The body under a strong ETag.
   *
   * @param version what names this state of the body, without quotation marks and commas
   */
  public static <T> MutableHttpResponse<T> byVersion(
      HttpRequest<?> request, String version, T body) {
    String tag = '"' + version + '"';
    MutableHttpResponse<T> response =
        has(request, tag) ? HttpResponse.notModified() : HttpResponse.ok(body);
    return response.header(HttpHeaders.ETAG, tag);
  }

  private static boolean has(HttpRequest<?> request, String tag) {
    return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
        .flatMap(each -> Arrays.stream(each.split(",")))
        .map(String::strip)
        .anyMatch(each -> each.equals("*") || each.equals(tag) || each.equals("W/" + tag));
  }

  private String hash(Object body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
