package org.yongjun.pass.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A shop's phone or a gate: pairs by a one-time code, then signs in by its own key. */
public final class StoryTerminal {
  private static final int ASSERTION_SECONDS = 120;

  private final StoryHttp http;
  private final String id;
  private final String token;

  private StoryTerminal(StoryHttp http, String id, String token) {
    this.http = http;
    this.id = id;
    this.token = token;
  }

  public static StoryTerminal pair(StoryHttp http, String pairingCode, Clock clock) {
    try {
      ECKey key = new ECKeyGenerator(Curve.P_256).generate();
      Map<String, String> publicKey =
          Map.of(
              "kty", "EC", "crv", "P-256", "x", key.getX().toString(), "y", key.getY().toString());
      String terminalId =
          http.post(
                  "/v1/terminals/pair",
                  null,
                  Map.of("pairingCode", pairingCode, "publicKey", publicKey))
              .expect(201)
              .text("terminalId");
      return new StoryTerminal(http, terminalId, signIn(http, terminalId, key, clock));
    } catch (JOSEException e) {
      throw new IllegalStateException("P-256 keys sign ES256", e);
    }
  }

  /** Signs in by an RFC 7523 assertion. */
  private static String signIn(StoryHttp http, String terminalId, ECKey key, Clock clock)
      throws JOSEException {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(terminalId)
            .subject(terminalId)
            .audience("yongjun-pass")
            .jwtID(UUID.randomUUID().toString())
            .expirationTime(Date.from(clock.instant().plusSeconds(ASSERTION_SECONDS)))
            .build();
    SignedJWT assertion = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
    assertion.sign(new ECDSASigner(key));
    String form =
        "grant_type="
            + URLEncoder.encode(
                "urn:ietf:params:oauth:grant-type:jwt-bearer", StandardCharsets.UTF_8)
            + "&assertion="
            + assertion.serialize();
    return http.post(
            "/v1/tokens",
            null,
            "application/x-www-form-urlencoded",
            form.getBytes(StandardCharsets.US_ASCII))
        .expect(200)
        .text("access_token");
  }

  /** What the office knows it by. */
  public String id() {
    return id;
  }

  public StoryHttp.Reply verify(String code, Map<String, Long> bill) {
    return http.post("/v1/verifications", token, Map.of("code", code, "bill", parts(bill)))
        .expect(200);
  }

  public StoryHttp.Reply redeem(String key, String verificationId) {
    return http.post(
        "/v1/redemptions", token, Map.of("verificationId", verificationId), "Idempotency-Key", key);
  }

  public StoryHttp.Reply redeem(String key, String code, Map<String, Long> bill) {
    return redeem(key, Map.of("code", code, "bill", parts(bill)));
  }

  /** Any request of the contract, for a bill that says more than prices. */
  public StoryHttp.Reply redeem(String key, Map<String, ?> request) {
    return http.post("/v1/redemptions", token, request, "Idempotency-Key", key);
  }

  /** A further part of a visit, without a code. */
  public StoryHttp.Reply verifyPart(String visitId, Map<String, Long> bill) {
    return http.post("/v1/verifications", token, Map.of("visitId", visitId, "bill", parts(bill)));
  }

  /** The same, redeemed at once. */
  public StoryHttp.Reply redeemPart(String key, String visitId, Map<String, Long> bill) {
    return http.post(
        "/v1/redemptions",
        token,
        Map.of("visitId", visitId, "bill", parts(bill)),
        "Idempotency-Key",
        key);
  }

  public StoryHttp.Reply reverse(String key, String redemptionId, String reason) {
    return http.post(
        "/v1/reversals",
        token,
        Map.of("redemptionId", redemptionId, "reason", reason),
        "Idempotency-Key",
        key);
  }

  /** A part is brought back; what remains is the bill that the customer keeps. */
  public StoryHttp.Reply returnPart(
      String key, String redemptionId, String reason, Map<String, Long> remaining) {
    return http.post(
        "/v1/reversals",
        token,
        Map.of("redemptionId", redemptionId, "reason", reason, "remaining", parts(remaining)),
        "Idempotency-Key",
        key);
  }

  /** Parts with a price; 0 or less means that the venue's tariff has it. */
  private static List<Map<String, ?>> parts(Map<String, Long> bill) {
    return bill.entrySet().stream()
        .<Map<String, ?>>map(
            part ->
                part.getValue() > 0
                    ? Map.of("label", part.getKey(), "listFen", part.getValue())
                    : Map.of("label", part.getKey()))
        .toList();
  }
}
