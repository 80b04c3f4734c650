package org.yongjun.pass.app;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The API as an outsider sees it: JSON over HTTP, nothing of the server's classes. */
public final class StoryHttp {
  private static final ObjectMapper JSON = ObjectMapper.getDefault();

  private static final int REFUSED_FROM = 400;

  private final String url;
  private final Exchange exchange;

  public StoryHttp(String url, Exchange exchange) {
    this.url = url;
    this.exchange = exchange;
  }

  /** Sends a request; tests put a client here that checks every answer against the contract. */
  @FunctionalInterface
  public interface Exchange {
    HttpResponse<byte[]> send(HttpRequest request);
  }

  /** An answer: its status, its headers, and its JSON where it is JSON. */
  public record Reply(int status, HttpHeaders headers, byte[] body) {
    /** A header's first value. */
    public Optional<String> header(String name) {
      return headers.firstValue(name);
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> json() {
      try {
        return (Map<String, Object>) JSON.readValue(body, Argument.OBJECT_ARGUMENT);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A field, or a field of a field: {@code quote/payableFen}. */
    public Object at(String path) {
      Object value = json();
      for (String name : path.split("/")) {
        value =
            value instanceof List<?> list
                ? list.get(Integer.parseInt(name))
                : ((Map<?, ?>) value).get(name);
        if (value == null) {
          throw new IllegalStateException(
              "the answer has no " + path + ", its status is " + status);
        }
      }
      return value;
    }

    public String text(String path) {
      return at(path).toString();
    }

    public long number(String path) {
      return ((Number) at(path)).longValue();
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> list(String path) {
      return (List<Map<String, Object>>) at(path);
    }

    /**
     * This very answer, if it has one of these statuses. Only a refusal is quoted otherwise: other
     * answers may carry a token or a pairing code.
     */
    public Reply expect(Integer... statuses) {
      if (!List.of(statuses).contains(status)) {
        throw new IllegalStateException(
            "expected status "
                + List.of(statuses)
                + ", got "
                + status
                + (status < REFUSED_FROM ? "" : ": " + new String(body, StandardCharsets.UTF_8)));
      }
      return this;
    }
  }

  public Reply get(String path, @Nullable String token) {
    return send(request(path, token).GET());
  }

  public Reply delete(String path, String token) {
    return send(request(path, token).DELETE());
  }

  public Reply post(String path, @Nullable String token, Map<String, ?> body, String... headers) {
    HttpRequest.Builder request =
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json(body)));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  public Reply post(String path, @Nullable String token, String contentType, byte[] body) {
    return send(
        request(path, token)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  public Reply put(String path, @Nullable String token, Map<String, ?> body) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(json(body))));
  }

  private HttpRequest.Builder request(String path, @Nullable String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private Reply send(HttpRequest.Builder request) {
    HttpResponse<byte[]> response = exchange.send(request.build());
    return new Reply(response.statusCode(), response.headers(), response.body());
  }

  private static byte[] json(Map<String, ?> body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
