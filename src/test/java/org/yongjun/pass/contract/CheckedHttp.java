package org.yongjun.pass.contract;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An HTTP client that holds every exchange against the contract: the answer's status, content type,
 * headers and body, down to unknown fields, and the request's too where the server accepted it. A
 * mismatch is an {@link AssertionError} that quotes no value of either body.
 */
public final class CheckedHttp {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern FIELD = Pattern.compile("\"([A-Za-z_][A-Za-z0-9_]*)\"\\s*:");

  private CheckedHttp() {}

  /** Sends a request that keeps to the contract. */
  public static HttpResponse<byte[]> send(HttpRequest request) {
    HttpResponse<byte[]> response = exchange(request);
    List<String> faults = new ArrayList<>();
    if (response.statusCode() < 400) {
      check(Contract.VALIDATOR.validateRequest(toChecked(request)), "request", faults);
    }
    checkAnswer(request, response, faults);
    return passed(request, response, faults);
  }

  /** Sends a request that is wrong on purpose: only the answer is checked. */
  public static HttpResponse<byte[]> sendInvalid(HttpRequest request) {
    HttpResponse<byte[]> response = exchange(request);
    List<String> faults = new ArrayList<>();
    checkAnswer(request, response, faults);
    return passed(request, response, faults);
  }

  private static HttpResponse<byte[]> exchange(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(nameOf(request) + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(nameOf(request) + " was interrupted", e);
    }
  }

  private static void checkAnswer(
      HttpRequest request, HttpResponse<byte[]> response, List<String> faults) {
    Optional<String> operation =
        Contract.findOperation(request.method(), request.uri().getRawPath());
    if (operation.isEmpty()) {
      checkOutside(response, faults);
      return;
    }
    SimpleResponse.Builder answer = new SimpleResponse.Builder(response.statusCode());
    response.headers().map().forEach((name, values) -> answer.withHeader(name, values));
    if (response.body().length > 0) {
      answer.withBody(response.body());
    }
    ValidationReport report =
        Contract.VALIDATOR.validateResponse(
            request.uri().getRawPath(), Request.Method.valueOf(request.method()), answer.build());
    check(report, "answer", faults);
    if (faults.isEmpty()) {
      Coverage.saw(operation.get(), response.statusCode());
      Witness.saw(operation.get(), response);
    }
  }

  /** Where the contract has no operation, the server has none either. */
  private static void checkOutside(HttpResponse<byte[]> response, List<String> faults) {
    boolean isProblem =
        response
            .headers()
            .firstValue("Content-Type")
            .filter(type -> type.startsWith("application/problem+json"))
            .isPresent();
    if (!isProblem || response.statusCode() != 404 && response.statusCode() != 405) {
      faults.add("answer: the contract has no such operation, and this is no 404 or 405");
    }
  }

  private static void check(ValidationReport report, String side, List<String> faults) {
    report.getMessages().stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .flatMap(CheckedHttp::withNested)
        .map(
            message ->
                side
                    + ": "
                    + message.getKey()
                    + message
                        .getContext()
                        .flatMap(ValidationReport.MessageContext::getPointers)
                        .map(at -> " at " + at.getInstance())
                        .orElse("")
                    + ": "
                    + message.getMessage())
        .forEach(faults::add);
  }

  private static Stream<ValidationReport.Message> withNested(ValidationReport.Message message) {
    return Stream.concat(
        Stream.of(message), message.getNestedMessages().stream().flatMap(CheckedHttp::withNested));
  }

  private static HttpResponse<byte[]> passed(
      HttpRequest request, HttpResponse<byte[]> response, List<String> faults) {
    if (faults.isEmpty()) {
      return response;
    }
    String both =
        new String(bodyOf(request), StandardCharsets.UTF_8)
            + new String(response.body(), StandardCharsets.UTF_8);
    List<String> fields = FIELD.matcher(both).results().map(found -> found.group(1)).toList();
    String text =
        QUOTED
            .matcher(String.join("\n  ", faults))
            .replaceAll(found -> withoutValue(found, fields));
    throw new AssertionError(
        nameOf(request) + " → " + response.statusCode() + " breaks the contract:\n  " + text);
  }

  /** Names of fields and words of the contract may be printed; anything else may be personal. */
  private static String withoutValue(MatchResult quoted, List<String> fields) {
    boolean isHarmless =
        fields.contains(quoted.group(1)) || Contract.TEXT.contains(quoted.group(1));
    return isHarmless ? java.util.regex.Matcher.quoteReplacement(quoted.group()) : "\"…\"";
  }

  private static String nameOf(HttpRequest request) {
    return Contract.findOperation(request.method(), request.uri().getRawPath())
        .orElse(request.method() + " (outside the contract)");
  }

  private static SimpleRequest toChecked(HttpRequest request) {
    SimpleRequest.Builder checked =
        new SimpleRequest.Builder(request.method(), request.uri().getRawPath());
    request.headers().map().forEach((name, values) -> checked.withHeader(name, values));
    String query = request.uri().getRawQuery();
    if (query != null) {
      for (String pair : query.split("&")) {
        String[] both = pair.split("=", 2);
        checked.withQueryParam(decoded(both[0]), both.length == 1 ? "" : decoded(both[1]));
      }
    }
    byte[] body = bodyOf(request);
    if (body.length > 0) {
      checked.withBody(body);
    }
    return checked.build();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static byte[] bodyOf(HttpRequest request) {
    HttpResponse.BodySubscriber<byte[]> collected = HttpResponse.BodySubscribers.ofByteArray();
    request
        .bodyPublisher()
        .filter(publisher -> publisher.contentLength() != 0)
        .ifPresentOrElse(
            publisher -> publisher.subscribe(new Collector(collected)), collected::onComplete);
    return collected.getBody().toCompletableFuture().join();
  }

  /** Passes the buffers that a request publishes on to what collects a response's. */
  private record Collector(HttpResponse.BodySubscriber<byte[]> collected)
      implements Flow.Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      collected.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
      collected.onNext(List.of(buffer));
    }

    @Override
    public void onError(Throwable failure) {
      collected.onError(failure);
    }

    @Override
    public void onComplete() {
      collected.onComplete();
    }
  }
}
