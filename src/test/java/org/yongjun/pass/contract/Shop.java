package org.yongjun.pass.contract;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yongjun.pass.access.Role;

/**
 * A pharmacy with one paired terminal, made from the examples of the contract.
 *
 * @param terminal the caller that the terminal's own token makes
 */
record Shop(String venueId, String terminalId, ECKey key, Caller terminal) {
  /** Registers, pairs and signs in. */
  static Shop open() {
    Caller clerk = Caller.office(Role.CLERK);
    JsonNode venue =
        created(
            CheckedHttp.send(
                Caller.office(Role.ADMIN)
                    .post(
                        "/v1/venues",
                        Json.text(Examples.json("POST /v1/venues", "pharmacy", Map.of())))));
    String venueId = venue.get("venueId").asText();
    JsonNode pairing =
        created(
            CheckedHttp.send(
                clerk.post(
                    "/v1/venues/" + venueId + "/terminals",
                    Json.text(
                        Examples.json(
                            "POST /v1/venues/{venueId}/terminals", "counter", Map.of())))));
    ECKey key = newKey();
    var pair =
        Examples.json(
            "POST /v1/terminals/pair",
            "counter",
            Map.of("pairingCode", pairing.get("pairingCode").asText()));
    pair.set("publicKey", Json.copy(key.toPublicJWK().toJSONObject()));
    String terminalId =
        created(CheckedHttp.send(Caller.NOBODY.post("/v1/terminals/pair", Json.text(pair))))
            .get("terminalId")
            .asText();
    HttpResponse<byte[]> token = signIn(assertion(key, terminalId));
    return new Shop(
        venueId, terminalId, key, new Caller(Json.of(token).get("access_token").asText()));
  }

  static HttpResponse<byte[]> signIn(String assertion) {
    Object grant =
        Json.copy(Examples.raw("POST /v1/tokens", "application/x-www-form-urlencoded", "assertion"))
            .get("grant_type")
            .asText();
    String form =
        "grant_type="
            + URLEncoder.encode(grant.toString(), StandardCharsets.UTF_8)
            + "&assertion="
            + assertion;
    return CheckedHttp.send(
        Caller.NOBODY
            .send("POST", "/v1/tokens", "application/x-www-form-urlencoded", form)
            .build());
  }

  String assertion() {
    return assertion(key, terminalId);
  }

  /** An assertion of someone who claims to be {@code terminalId}. */
  static String assertion(String terminalId) {
    return assertion(newKey(), terminalId);
  }

  private static String assertion(ECKey key, String terminalId) {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.ES256),
            new JWTClaimsSet.Builder()
                .issuer(terminalId)
                .subject(terminalId)
                .audience(List.of("yongjun-pass"))
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build());
    try {
      jwt.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jwt.serialize();
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode created(HttpResponse<byte[]> response) {
    if (response.statusCode() != 201) {
      throw new AssertionError("expected 201, got " + response.statusCode());
    }
    return Json.of(response);
  }
}
