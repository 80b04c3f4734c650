package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lettuce.core.api.StatefulRedisConnection;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.ServerProcess;
import org.yongjun.pass.TestFolders;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.adapter.NimbusAccessTokens;
import org.yongjun.pass.app.RunningServer;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.platform.adapter.MasterKey;

/**
 * Goal: a till whose server was killed before it heard the answer gets that answer from the next
 * one. Method: a server in a process of its own is killed as by {@code kill -9} after a redemption
 * and a refusal; another starts on the same folder, at another port, with an empty Redis.
 */
class B06_ARestartForgetsNothingTest {
  private static final Map<String, Long> BILL = Map.of("GOODS", 1995L);

  private final Path data = TestFolders.create("restart");
  private String url = "";

  @AfterEach
  void deleteData() {
    TestFolders.delete(data);
  }

  @Test
  void killedServersAnswersAreRepeatedByTheNext() throws Exception {
    String redeemKey = Scene.key();
    String refusalKey = Scene.key();
    StoryHttp.Reply redeemed;
    StoryHttp.Reply refused;
    Scene scene;
    StoryTerminal till;
    String code;
    try (ServerProcess killed = start()) {
      scene = Scene.open("http://server", tokens(), this::sendToServer);
      till = scene.counter("PHARMACY");
      code = scene.veteran().show();
      redeemed = till.redeem(redeemKey, code, BILL).expect(201);
      refused = till.redeem(refusalKey, code, BILL).expect(409);
      killed.kill();
      killed.exitStatus();
    }
    try (ServerProcess next = start()) {
      StoryHttp.Reply repeated = till.redeem(redeemKey, code, BILL).expect(200);
      assertEquals(Optional.of("true"), repeated.header("Idempotent-Replayed"));
      assertArrayEquals(redeemed.body(), repeated.body());
      StoryHttp.Reply refusedAgain = till.redeem(refusalKey, code, BILL).expect(409);
      assertEquals(refused.text("code"), refusedAgain.text("code"));
      assertEquals("REPLAYED", till.redeem(Scene.key(), code, BILL).expect(409).text("code"));
      StoryHttp.Reply changed = till.redeem(redeemKey, code, Map.of("GOODS", 1996L)).expect(422);
      assertEquals("KEY_REUSED", changed.text("code"));
      assertEquals(new Totals(1, 1, 1995, 1995, 1796, 199), Totals.ofFigure(scene));
      assertTrue(next.handle().isAlive());
    }
    keyUnderWayStaysInFlightAfterTheRestart(scene, till);
  }

  /** The third start runs in this process, so that the test learns its database. */
  private void keyUnderWayStaysInFlightAfterTheRestart(Scene scene, StoryTerminal till)
      throws SQLException {
    String key = Scene.key();
    try (RunningServer third =
        RunningServer.start(Map.of("pass.data", data.toString(), "micronaut.server.port", -1))) {
      url = third.url();
      String code = scene.veteran().show();
      try (Connection other = connect(third.context())) {
        other.setAutoCommit(false);
        try (var claim =
            Sql.bind(
                other,
                "INSERT INTO claim VALUES (?, ?, ?, '{}', NOW(6))",
                till.id(),
                key,
                new byte[32])) {
          claim.executeUpdate();
          assertEquals("IN_FLIGHT", till.redeem(key, code, BILL).expect(409).text("code"));
          third.context().getBean(StatefulRedisConnection.class).sync().flushall();
          assertEquals("IN_FLIGHT", till.redeem(key, code, BILL).expect(409).text("code"));
        }
        other.rollback();
      }
      till.redeem(key, code, BILL).expect(201);
      till.redeem(key, code, BILL).expect(200);
    }
  }

  private static Connection connect(ApplicationContext context) throws SQLException {
    String prefix = "datasources.default.";
    return DriverManager.getConnection(
        context.getRequiredProperty(prefix + "url", String.class),
        context.getRequiredProperty(prefix + "username", String.class),
        context.getRequiredProperty(prefix + "password", String.class));
  }

  private ServerProcess start() throws IOException {
    ServerProcess server =
        ServerProcess.start(Map.of("PASS_DATA", data.toString(), "PASS_PORT", "0"));
    url = server.url();
    return server;
  }

  /** Tokens as the operator's command mints them: by the master key in the data folder. */
  private AccessTokens tokens() {
    MasterKey master = MasterKey.read(data.resolve(MasterKey.FILE));
    return new NimbusAccessTokens(
        master.derive(NimbusAccessTokens.KEY_LABEL, NimbusAccessTokens.KEY_BYTES), Scene.CLOCK);
  }

  /** The server's port is another after each start. */
  private HttpResponse<byte[]> sendToServer(HttpRequest request) {
    URI asked = request.uri();
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    return Scene.EXCHANGE.send(
        HttpRequest.newBuilder(request, (name, value) -> true)
            .uri(URI.create(url + asked.getRawPath() + query))
            .build());
  }
}
