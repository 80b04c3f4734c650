package org.yongjun.pass.access.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.yongjun.pass.access.Credential;
import org.yongjun.pass.access.PublicKeys;
import org.yongjun.pass.access.Terminals;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.RequestIds;

/** Pairing and sign-in of machines, which need no token, since they are how one gets it. */
@Controller("/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class AccessController {
  private static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  private final Terminals terminals;
  private final PublicKeys publicKeys;

  AccessController(Terminals terminals, PublicKeys publicKeys) {
    this.terminals = terminals;
    this.publicKeys = publicKeys;
  }

  @Serdeable
  record PairRequest(
      @NotBlank @Size(max = 64) String pairingCode, @NotNull @Valid PublicJwk publicKey) {
    @Override
    public String toString() {
      return "PairRequest";
    }
  }

  @Serdeable
  record PairAnswer(String terminalId, String role, String venueId, String region) {}

  @Serdeable
  record TokenRequest(
      @JsonProperty("grant_type") @NotBlank @Size(max = 100) String grantType,
      @NotBlank @Size(max = 4096) String assertion) {
    @Override
    public String toString() {
      return "TokenRequest";
    }
  }

  @Serdeable
  record TokenAnswer(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("token_type") String tokenType,
      @JsonProperty("expires_in") int expiresIn) {
    @Override
    public String toString() {
      return "TokenAnswer[expiresIn=" + expiresIn + "]";
    }
  }

  /** Turns a device into the terminal that the pairing code was drawn for. */
  @Post("/terminals/pair")
  @Status(HttpStatus.CREATED)
  PairAnswer pair(@Body @Valid PairRequest body, HttpRequest<?> request) {
    byte[] point =
        publicKeys
            .pointOf(
                body.publicKey().kty(),
                body.publicKey().crv(),
                body.publicKey().x(),
                body.publicKey().y())
            .orElseThrow(
                () ->
                    Answers.refuse(
                        Problem.invalid(
                            "/publicKey",
                            "须为 P-256 公钥（JWK：kty EC，crv P-256）",
                            "This must be a P-256 public key (JWK: kty EC, crv P-256)")));
    Credential credential =
        Answers.orThrow(terminals.pair(body.pairingCode().strip(), point, RequestIds.of(request)));
    return new PairAnswer(
        credential.id(),
        credential.role().name(),
        credential.venueId(),
        credential.region().toString());
  }

  /** RFC 7523: a signed assertion for a short-lived access token. */
  @Post("/tokens")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  TokenAnswer token(@Body @Valid TokenRequest body) {
    if (!GRANT_TYPE.equals(body.grantType())) {
      throw Answers.refuse(
          Problem.invalid("/grant_type", "不支持该授权方式", "This grant type is not offered"));
    }
    Terminals.Grant grant = Answers.orThrow(terminals.signIn(body.assertion()));
    return new TokenAnswer(grant.accessToken(), "Bearer", grant.expiresInSeconds());
  }
}
