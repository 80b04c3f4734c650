package org.yongjun.pass.scenario;

import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.CertificateBlock;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.DynamicCode;
import org.yongjun.pass.offline.token.TokenParser;
import org.yongjun.pass.offline.token.TokenSamples.TestKey;

/** A phone of any algorithm, which renews and reports its loss. */
final class Device {
  final String certificateId;
  final long index;
  final TestKey key;
  CertificateBlock block;
  private final Scene scene;
  private final String token;
  private final AtomicLong counter = new AtomicLong();

  private Device(Scene scene, String token, TestKey key, StoryHttp.Reply bound) {
    this.scene = scene;
    this.token = token;
    this.key = key;
    this.certificateId = bound.text("certificateId");
    this.index = bound.number("bindingIndex");
    this.block = blockOf(bound);
  }

  static Device bind(Scene scene, String holderId) {
    return bind(scene, holderId, Algorithm.P256);
  }

  static Device bind(Scene scene, String holderId, Algorithm algorithm) {
    TestKey key = TestKey.generate(algorithm);
    String token = scene.holder(holderId);
    StoryHttp.Reply bound =
        scene.http.post(
            "/v1/certificates",
            token,
            Map.of("deviceAlgorithm", algorithm.name(), "deviceKey", key.raw().base64Url()));
    return new Device(scene, token, key, bound.expect(201));
  }

  String keyId() {
    return block.unverifiedFields().keyId().hex();
  }

  /** A new code's bytes. */
  byte[] code() {
    return code(Scene.CLOCK.instant().getEpochSecond());
  }

  private byte[] code(long atSeconds) {
    return DynamicCode.sign(block, atSeconds, counter.incrementAndGet(), key.signer());
  }

  /** As a phone whose clock says this. */
  String show(long atSeconds) {
    return CodeText.encode(code(atSeconds));
  }

  String show() {
    return CodeText.encode(code());
  }

  /** Asks for the next certificate, and shows codes of what it gets. */
  StoryHttp.Reply renew() {
    StoryHttp.Reply reply =
        scene.http.post(
            "/v1/certificates/" + certificateId + "/renewal",
            token,
            Map.of("deviceKey", key.raw().base64Url()));
    if (reply.status() < 300) {
      block = blockOf(reply);
    }
    return reply;
  }

  StoryHttp.Reply revoke(String reason) {
    return revoke(reason, token);
  }

  StoryHttp.Reply revoke(String reason, String byToken) {
    return scene.http.post(
        "/v1/certificates/" + certificateId + "/revocation", byToken, Map.of("reason", reason));
  }

  StoryHttp.Reply shortCode() {
    return scene.http.post("/v1/short-codes", token, "application/json", new byte[0]);
  }

  private static CertificateBlock blockOf(StoryHttp.Reply reply) {
    return TokenParser.parseBlock(Base64.getUrlDecoder().decode(reply.text("block"))).orElseThrow();
  }
}
