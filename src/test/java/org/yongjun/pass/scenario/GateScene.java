package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.contract.CheckedHttp;
import org.yongjun.pass.offline.bundle.BundleReader;
import org.yongjun.pass.offline.bundle.BundleReading;
import org.yongjun.pass.offline.bundle.GateBundle;
import org.yongjun.pass.offline.bundle.RootKey;
import org.yongjun.pass.offline.token.Signatures;

/** A scenic spot of a scene's city with a filed price and one gate. */
final class GateScene {
  static final String PATH = "/v1/gate-bundle";

  final Scene scene;
  final String venueId;
  final String gateId;
  final String token;
  final BundleReader reader;

  private GateScene(Scene scene, String venueId, String gateId) {
    this.scene = scene;
    this.venueId = venueId;
    this.gateId = gateId;
    this.token = scene.atVenue(gateId, Role.GATE, venueId);
    this.reader = new BundleReader(root(), new Signatures(), venueId, gateId);
  }

  static GateScene at(Scene scene) {
    String venueId = scene.venue("SCENIC_SPOT");
    scene
        .http
        .put(
            "/v1/venues/" + venueId + "/tariff",
            scene.officer(Role.ADMIN, scene.city),
            Map.of("tariff", List.of(Map.of("label", "ADMISSION", "listFen", 8000))))
        .expect(200);
    return new GateScene(scene, venueId, scene.office.terminal(venueId, "gate", "GATE").id());
  }

  /** What whoever sets up a gate puts into it. */
  private static RootKey root() {
    try {
      return RootKey.read(Files.readAllBytes(PassServer.data().resolve("root-key.pub.json")))
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse<byte[]> get(String query, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(PassServer.url() + PATH + query))
            .header("Authorization", "Bearer " + token);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CheckedHttp.send(request.build());
  }

  byte[] whole() {
    return ok(get(""));
  }

  byte[] since(long version) {
    return ok(get("?since=" + version));
  }

  private static byte[] ok(HttpResponse<byte[]> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError("expected 200, got " + answer.statusCode());
    }
    return answer.body();
  }

  GateBundle fetch() {
    return read(whole(), null);
  }

  GateBundle read(byte[] jws, @Nullable GateBundle held) {
    BundleReading reading = reader.read(jws, held, now());
    return assertInstanceOf(BundleReading.Accepted.class, reading, reading::toString).bundle();
  }

  static long now() {
    return Scene.CLOCK.instant().getEpochSecond();
  }
}
