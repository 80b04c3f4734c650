package org.yongjun.pass.scenario;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yongjun.pass.app.PlainExchange;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.offline.token.CodeText;

/** Sends requests on, and keeps every code, token, assertion and pairing code that passes. */
final class Eavesdropper implements StoryHttp.Exchange {
  private static final Pattern CODE = Pattern.compile("(YJ1:[0-9A-Z $%*+./:-]{100,})");
  private static final Pattern JWT =
      Pattern.compile("(eyJ[A-Za-z0-9_-]+\\.eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)");
  private static final Pattern ASSERTION = Pattern.compile("assertion=([^&]+)");
  private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
  private static final Pattern PAIRING_CODE = Pattern.compile("\"pairingCode\":\"([^\"]+)\"");

  private final PlainExchange exchange = new PlainExchange();
  private final Set<String> codes = new ConcurrentSkipListSet<>();
  private final Set<String> jwts = new ConcurrentSkipListSet<>();
  private final Set<String> pairingCodes = new ConcurrentSkipListSet<>();
  private final Set<String> assertions = new ConcurrentSkipListSet<>();
  private final Set<String> terminalTokens = new ConcurrentSkipListSet<>();

  @Override
  public HttpResponse<byte[]> send(HttpRequest request) {
    hear(bodyOf(request));
    request.headers().map().values().forEach(each -> hear(each.toString()));
    HttpResponse<byte[]> response = exchange.send(request);
    hear(new String(response.body(), StandardCharsets.UTF_8));
    return response;
  }

  void addAllTo(Secrets secrets) {
    for (String code : codes) {
      String payload = code.substring("YJ1:".length());
      secrets.add("a code", code).add("a code without its prefix", payload);
      // A code that was changed on purpose may have none.
      CodeText.decode(code).ifPresent(bytes -> secrets.addBytes("a code's bytes", bytes));
    }
    for (String jwt : jwts) {
      secrets.add("a token or an assertion", jwt);
      secrets.add("the signature of one", jwt.substring(jwt.lastIndexOf('.') + 1));
    }
    pairingCodes.forEach(each -> secrets.add("a pairing code", each));
  }

  String aCode() {
    return codes.iterator().next();
  }

  String aPairingCode() {
    return pairingCodes.iterator().next();
  }

  String anAssertion() {
    return assertions.iterator().next();
  }

  String aTerminalsToken() {
    return terminalTokens.iterator().next();
  }

  private void hear(String text) {
    keep(CODE, text, codes);
    keep(JWT, text, jwts);
    keep(PAIRING_CODE, text, pairingCodes);
    keep(ASSERTION, text, assertions);
    keep(ACCESS_TOKEN, text, terminalTokens);
  }

  private static void keep(Pattern pattern, String text, Set<String> kept) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      kept.add(matcher.group(1));
    }
  }

  private static String bodyOf(HttpRequest request) {
    BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    request
        .bodyPublisher()
        .orElse(HttpRequest.BodyPublishers.noBody())
        .subscribe(
            new Flow.Subscriber<ByteBuffer>() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                bytes.onSubscribe(subscription);
              }

              @Override
              public void onNext(ByteBuffer item) {
                bytes.onNext(List.of(item));
              }

              @Override
              public void onError(Throwable failure) {
                bytes.onError(failure);
              }

              @Override
              public void onComplete() {
                bytes.onComplete();
              }
            });
    return new String(bytes.getBody().toCompletableFuture().join(), StandardCharsets.UTF_8);
  }
}
