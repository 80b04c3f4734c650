package org.yongjun.pass.scenario;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.app.StoryHttp;

/** Personal data and codes where they do not belong, in every way that a request can be wrong. */
final class BadInput {
  /** More than the server takes. */
  private static final int OVERSIZED_BYTES = 9 << 20;

  private static final int NESTING = 40;

  private final String url;
  private final StoryHttp.Exchange exchange;
  private final List<Integer> statuses = new ArrayList<>();

  BadInput(String url, StoryHttp.Exchange exchange) {
    this.url = url;
    this.exchange = exchange;
  }

  /** The statuses of all answers so far. */
  List<Integer> statuses() {
    return statuses;
  }

  /**
   * Sends all of it to an endpoint that wants JSON.
   *
   * @param fields names of fields that the endpoint knows
   * @param value what must not be told on
   */
  void toJson(String path, @Nullable String token, List<String> fields, String value) {
    for (String body : bodies(fields, value)) {
      send(path, token, "application/json", body);
    }
    String json = object(fields.getFirst(), quoted(value));
    for (String type :
        List.of(
            "text/plain",
            "text/csv",
            "application/xml",
            "application/yaml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json; charset=UTF-16",
            "application/octet-stream",
            "no type at all")) {
      send(path, token, type, json);
    }
    post(path, token, "application/json", oversized(json));
  }

  private static List<String> bodies(List<String> fields, String value) {
    String text = quoted(value);
    List<String> bodies = new ArrayList<>();
    bodies.addAll(List.of(value, text, "[" + text + "]", "{" + text, "{" + text + ":1}"));
    bodies.add(object("$", text));
    bodies.add(text + text);
    bodies.add("{\"a\":".repeat(NESTING) + text + "}".repeat(NESTING));
    for (String field : fields) {
      bodies.add("{\"" + field + "\":\"" + value);
      bodies.add("{\"" + field + "\":" + value + "}");
      bodies.add(object(field, text));
      bodies.add(object(field, text) + value);
      bodies.add(object(field, quoted(value + " \\u0000\\ud800 " + "x".repeat(2_000))));
      bodies.add(object(field, "[" + text + "]"));
      bodies.add(object(field, object("name", text)));
      bodies.add(object(field, object(value, text)));
      bodies.add(object(field, "[" + object("label", text) + "]"));
      bodies.add(object(field, "[" + object("listFen", text) + "]"));
      bodies.add("{\"" + field + "\":" + text + ",\"" + field + "\":" + text + "}");
    }
    // All fields at once get further than one does.
    bodies.add(
        "{" + String.join(",", fields.stream().map(f -> quoted(f) + ":" + text).toList()) + "}");
    return bodies;
  }

  /** Lines and files that the import turns away. */
  void toImport(@Nullable String token, String csv) {
    String path = "/v1/holders/imports";
    String line = csv.lines().skip(1).findFirst().orElseThrow();
    String[] cells = line.split(",", -1);
    for (int i = 0; i < cells.length; i++) {
      String[] shifted = cells.clone();
      shifted[i] = cells[0] + cells[1] + cells[2];
      send(path, token, "text/csv", csv.replace(line, String.join(",", shifted)));
    }
    send(path, token, "text/csv", line);
    send(path, token, "text/csv", csv.replace(line, "\"" + line));
    send(path, token, "text/csv", csv.replace(line, line + "," + line));
    send(path, token, "text/csv", csv.replace(line, line.replace(",", "\"x\",")));
    send(path, token, "text/csv; charset=UTF-7", csv);
    send(path, token, "application/json", csv);
    send(path, token, "application/xml", csv);
    post(path, token, "text/csv", csv.getBytes(Charset.forName("GB18030")));
    post(path, token, "text/csv", csv.getBytes(StandardCharsets.UTF_16));
    post(path, token, "text/csv", oversized(csv));
  }

  /** Catalogues in JSON and YAML that are none. */
  void toCatalogues(@Nullable String token, String value) {
    for (String yaml :
        List.of(
            value, "code: " + value, value + ": [", "title: {zh: " + value + "}", "&a " + value)) {
      send("/v1/catalogues", token, "application/yaml", yaml);
    }
    toJson("/v1/catalogues", token, List.of("code", "title", "items", "issuer"), value);
  }

  /** Sign-ins and tokens that are none, made of what must not be told on. */
  void toSignIn(String value, String token) {
    String form = "application/x-www-form-urlencoded";
    String grant = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer";
    send("/v1/tokens", null, form, grant + "&assertion=" + value);
    send("/v1/tokens", null, form, grant + "&assertion=" + token);
    send("/v1/tokens", null, form, grant + "&assertion=" + token + "&" + value + "=" + value);
    send("/v1/tokens", null, form, "grant_type=" + value + "&assertion=" + value);
    send("/v1/tokens", null, form, value);
    toJson("/v1/tokens", null, List.of("grant_type", "assertion"), value);
    String basic = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    String cut = token.substring(0, token.length() - 2);
    for (String given : List.of("Bearer " + token + "x", "Bearer " + cut, "Basic " + basic)) {
      send(request("/v1/certificates").header("Authorization", given).GET());
    }
  }

  private void send(String path, @Nullable String token, String type, String body) {
    post(path, token, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private void post(String path, @Nullable String token, String type, byte[] body) {
    HttpRequest.Builder request = request(path).header("Content-Type", type);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    // Without this, some endpoints would not come to look at the body.
    request.header("Idempotency-Key", "bad-" + statuses.size());
    send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  private void send(HttpRequest.Builder request) {
    statuses.add(exchange.send(request.build()).statusCode());
  }

  private static byte[] oversized(String begin) {
    byte[] first = begin.getBytes(StandardCharsets.UTF_8);
    byte[] body = Arrays.copyOf(first, OVERSIZED_BYTES);
    Arrays.fill(body, first.length, body.length, (byte) ' ');
    return body;
  }

  private static String object(String field, String json) {
    return "{\"" + field + "\":" + json + "}";
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
