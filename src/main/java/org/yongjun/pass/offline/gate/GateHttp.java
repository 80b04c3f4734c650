package org.yongjun.pass.offline.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.bundle.BundleReader;
import org.yongjun.pass.offline.bundle.BundleReading;
import org.yongjun.pass.offline.bundle.JsonObject;
import org.yongjun.pass.offline.bundle.JsonText;
import org.yongjun.pass.offline.rule.BillPart;

/**
 * The server, as a gate speaks to it: takes bundles, uploads taps, and asks while somebody stands
 * there. What the server says of money is taken as it is; a bundle is believed by its signature
 * alone. Thread-safe.
 */
final class GateHttp implements OnlineDesk {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ANSWER_BYTES_MAX = 4 << 20;
  private static final int TOKEN_BYTES_MAX = 8192;
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NOT_MODIFIED = 304;
  private static final int PARTS_MAX = 64;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final String url;
  private final Path tokenFile;

  /**
   * @param url of the server, without a path
   * @param tokenFile holds the gate's access token; read for each request, since it is renewed
   */
  GateHttp(String url, Path tokenFile) {
    this.url = url;
    this.tokenFile = tokenFile;
  }

  /** What one synchronisation did. */
  record Synced(String bundle, int uploaded, String upload) {}

  /** Takes the newest bundle, then uploads until nothing is left; each says how it went. */
  Synced sync(Gate gate, int tapsMax) throws IOException {
    String bundle;
    try {
      bundle = fetch(gate);
    } catch (HttpFault fault) {
      bundle = fault.getMessage();
    }
    int uploaded = 0;
    try {
      for (UploadBatch batch = gate.nextUpload(tapsMax);
          !batch.isEmpty();
          batch = gate.nextUpload(tapsMax)) {
        gate.acknowledge(batch, upload(batch));
        uploaded += batch.clientIds().size();
      }
      return new Synced(bundle, uploaded, "OK");
    } catch (HttpFault fault) {
      return new Synced(bundle, uploaded, fault.getMessage());
    }
  }

  /** Something between the gate and the server; the next time may go better. */
  private static final class HttpFault extends Exception {
    private static final long serialVersionUID = 1L;

    HttpFault(String message) {
      super(message);
    }
  }

  private String fetch(Gate gate) throws IOException, HttpFault {
    OptionalLong since = gate.since();
    String query = since.isPresent() ? "?since=" + since.getAsLong() : "";
    BundleReading reading = fetch(gate, query);
    if (reading instanceof BundleReading.Refused refused
        && refused.reason() == BundleReading.Reason.OTHER_BASE) {
      reading = fetch(gate, "");
    }
    return reading instanceof BundleReading.Refused refused ? refused.reason().name() : "OK";
  }

  private BundleReading fetch(Gate gate, String query) throws IOException, HttpFault {
    HttpResponse<InputStream> answer = send(request("/v1/gate-bundle" + query).GET().build());
    byte[] body = body(answer, BundleReader.BYTES_MAX);
    if (answer.statusCode() == NOT_MODIFIED) {
      throw new HttpFault("NOT_MODIFIED");
    }
    requireOk(answer, OK);
    return gate.take(body);
  }

  /** Sends a batch; the answer counts only when every tap of it is answered. */
  private UploadCounts upload(UploadBatch batch) throws IOException, HttpFault {
    HttpRequest request =
        request("/v1/taps")
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(gzip(batch.json())))
            .build();
    HttpResponse<InputStream> answer = send(request);
    byte[] body = body(answer, ANSWER_BYTES_MAX);
    requireOk(answer, OK);
    try {
      return counts(batch, JsonText.read(body));
    } catch (IllegalArgumentException notAnAnswer) {
      throw new HttpFault("NO_ANSWER");
    }
  }

  private static UploadCounts counts(UploadBatch batch, JsonObject answer) {
    Map<String, Long> byOutcome = new LinkedHashMap<>();
    Set<String> open = new HashSet<>(batch.clientIds());
    answer.objects(
        "results",
        UploadBatch.TAPS_MAX,
        result -> {
          if (open.remove(result.text("clientId"))) {
            byOutcome.merge(result.text("outcome"), 1L, Long::sum);
          }
          return result;
        });
    UploadCounts counts =
        new UploadCounts(
            byOutcome.getOrDefault("RECORDED", 0L),
            byOutcome.getOrDefault("DUPLICATE", 0L),
            byOutcome.getOrDefault("CONFLICT", 0L),
            byOutcome.getOrDefault("REJECTED", 0L),
            byOutcome.getOrDefault("FLAGGED", 0L));
    if (counts.total() != batch.clientIds().size()) {
      throw new IllegalArgumentException("a tap is not answered");
    }
    return counts;
  }

  @Override
  public Answer ask(String code, String clientId, BillPart bill, Duration budget) {
    CompletableFuture<HttpResponse<InputStream>> sent = null;
    try {
      sent =
          client.sendAsync(
              redemption(code, clientId, bill, budget), HttpResponse.BodyHandlers.ofInputStream());
      HttpResponse<InputStream> answer = sent.get(budget.toMillis(), TimeUnit.MILLISECONDS);
      return read(answer.statusCode(), JsonText.read(body(answer, ANSWER_BYTES_MAX)));
    } catch (TimeoutException | ExecutionException | IOException e) {
      cancel(sent);
      return Answer.Unanswered.INSTANCE;
    } catch (IllegalArgumentException notAnAnswer) {
      // Whatever spoke there, it was not the server.
      return Answer.Unanswered.INSTANCE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cancel(sent);
      return Answer.Unanswered.INSTANCE;
    }
  }

  private static void cancel(CompletableFuture<HttpResponse<InputStream>> sent) {
    if (sent != null) {
      sent.cancel(true);
    }
  }

  private HttpRequest redemption(String code, String clientId, BillPart bill, Duration budget)
      throws IOException {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("label", bill.label());
    part.put("listFen", bill.listFen());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code);
    body.put("bill", List.of(part));
    return request("/v1/redemptions")
        .timeout(budget)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", clientId)
        .POST(HttpRequest.BodyPublishers.ofByteArray(JsonText.write(body)))
        .build();
  }

  private static Answer read(int status, JsonObject body) {
    if (status == OK || status == CREATED) {
      List<GateEntry.Grant> grants = body.objects("parts", PARTS_MAX, GateHttp::grant);
      return grants.isEmpty() ? Answer.Unanswered.INSTANCE : new Answer.Recorded(grants.get(0));
    }
    for (ReasonCode reason : ReasonCode.values()) {
      if (reason.name().equals(body.findText("code"))) {
        return new Answer.Refused(reason, new Text(reason.text().zh(), reason.text().en()));
      }
    }
    return Answer.Unanswered.INSTANCE;
  }

  private static GateEntry.Grant grant(JsonObject part) {
    List<GateEntry.Grant> layers =
        part.objects(
            "layers",
            PARTS_MAX,
            layer ->
                new GateEntry.Grant(
                    layer.text("itemId"),
                    Math.toIntExact(layer.number("version")),
                    part.text("label"),
                    part.number("listFen"),
                    part.number("payableFen"),
                    part.number("benefitValueFen")));
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("granted without an item");
    }
    return layers.get(0);
  }

  private HttpRequest.Builder request(String path) throws IOException {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token())
        .header("Accept", "*/*");
  }

  private String token() throws IOException {
    try (InputStream in = Files.newInputStream(tokenFile)) {
      return new String(in.readNBytes(TOKEN_BYTES_MAX), StandardCharsets.US_ASCII).strip();
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws HttpFault {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new HttpFault("NO_CONNECTION");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HttpFault("INTERRUPTED");
    }
  }

  private static void requireOk(HttpResponse<InputStream> answer, int status) throws HttpFault {
    if (answer.statusCode() != status) {
      throw new HttpFault("HTTP_" + answer.statusCode());
    }
  }

  private static byte[] body(HttpResponse<InputStream> answer, int bytesMax) throws IOException {
    try (InputStream in = answer.body()) {
      return in.readNBytes(bytesMax + 1);
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
