package org.yongjun.pass.app;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.CertificateBlock;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.DynamicCode;
import org.yongjun.pass.offline.token.Signatures;
import org.yongjun.pass.offline.token.Signer;
import org.yongjun.pass.offline.token.TokenParser;

/**
 * A holder's phone: its own P-256 key, its certificate, and codes that it signs without network.
 */
public final class StoryPhone {
  private final StoryHttp http;
  private final String token;
  private final Signer signer;
  private final CertificateBlock block;
  private final Clock clock;
  private final AtomicLong counter = new AtomicLong();

  private StoryPhone(
      StoryHttp http, String token, Signer signer, CertificateBlock block, Clock clock) {
    this.http = http;
    this.token = token;
    this.signer = signer;
    this.block = block;
    this.clock = clock;
  }

  /** Makes a key and has it bound for the holder of {@code token}. */
  public static StoryPhone bind(StoryHttp http, String token, Clock clock) {
    Signatures signatures = new Signatures();
    KeyPair pair = signatures.keys().generate(Algorithm.P256, new SecureRandom());
    String deviceKey = signatures.keys().rawOf(Algorithm.P256, pair.getPublic()).base64Url();
    StoryHttp.Reply reply =
        http.post(
                "/v1/certificates",
                token,
                Map.of("deviceAlgorithm", "P256", "deviceKey", deviceKey))
            .expect(201);
    CertificateBlock block =
        TokenParser.parseBlock(Base64.getUrlDecoder().decode(reply.text("block"))).orElseThrow();
    return new StoryPhone(
        http, token, signatures.signer(Algorithm.P256, pair.getPrivate()), block, clock);
  }

  /** The text of a new code; each has its own counter. */
  public String show() {
    long now = clock.instant().getEpochSecond();
    return CodeText.encode(DynamicCode.sign(block, now, counter.incrementAndGet(), signer));
  }

  /** A code as a picture, drawn by the API. */
  public byte[] picture(String code) {
    return http.post("/v1/code-images", token, Map.of("code", code), "Accept", "image/png")
        .expect(200)
        .body();
  }
}
