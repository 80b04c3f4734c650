package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.ServerProcess;
import org.yongjun.pass.TestFolders;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.access.adapter.NimbusAccessTokens;
import org.yongjun.pass.contract.CheckedHttp;
import org.yongjun.pass.contract.Contract;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.adapter.MasterKey;

/**
 * Goal: while the database is away, every operation says so in the same words and when to come
 * again. Method: the database of a server of its own is killed; then the contract's own examples
 * are sent to every operation, each by a role that may call it.
 */
class B08_WithoutADatabaseEverythingSaysComeAgainTest {
  /** May be answered from memory, or refused before anything is looked up. */
  private static final Map<String, Integer> WITHOUT_DATABASE =
      Map.of(
          "POST /v1/code-images", 200,
          "DELETE /v1/sessions/current", 204,
          "GET /.well-known/yongjun-pass/keys", 200,
          "GET /v1/catalogue-templates/xlsx", 200,
          "GET /health", 503,
          "GET /v1/venue-figures", 400,
          "POST /v1/catalogue-dry-runs", 422,
          "POST /v1/demo/messages", 404,
          "POST /v1/venues", 403,
          "POST /v1/tokens", 401);

  private final Path data = TestFolders.create("no-database");

  @AfterEach
  void deleteData() {
    TestFolders.delete(data);
  }

  @Test
  void everyOperationAnswers503WithRetryAfter() throws Exception {
    Map<String, String> live = new CityData().live;
    try (ServerProcess server =
        ServerProcess.start(
            Map.of("PASS_DATA", data.toString(), "PASS_PORT", "0", "PASS_DEMO", "true"))) {
      URI url = URI.create(server.url());
      AccessTokens tokens = tokens();
      killDatabaseOf(server);
      List<String> asked = new ArrayList<>();
      List<Callable<HttpResponse<byte[]>>> calls = new ArrayList<>();
      for (String operation : Contract.OPERATIONS.keySet()) {
        OperationRequests.Draft draft = OperationRequests.about(operation, live).getFirst();
        HttpRequest request = draft.from(token(tokens, operation, live));
        asked.add(operation);
        calls.add(() -> CheckedHttp.sendInvalid(at(url, request)));
      }
      List<HttpResponse<byte[]>> answers = Together.call(calls);
      Map<String, Integer> faults = new TreeMap<>();
      for (int i = 0; i < asked.size(); i++) {
        HttpResponse<byte[]> answer = answers.get(i);
        Integer expected = WITHOUT_DATABASE.get(asked.get(i));
        boolean isFromMemory = expected != null && answer.statusCode() == expected;
        boolean kept = isFromMemory || saysComeAgain(answer);
        if (!kept) {
          faults.put(asked.get(i), answer.statusCode());
        }
      }
      assertEquals(Map.of(), faults);
      assertTrue(asked.size() > 40, asked.size() + " operations");
    }
  }

  private static boolean saysComeAgain(HttpResponse<byte[]> answer) {
    return answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent();
  }

  private static void killDatabaseOf(ServerProcess server) {
    ProcessHandle database =
        server
            .handle()
            .descendants()
            .filter(child -> child.info().command().orElse("").contains("mariadbd"))
            .findAny()
            .orElseThrow();
    database.destroyForcibly();
    assertTrue(ServerProcess.await(Duration.ofSeconds(10), () -> !database.isAlive()));
  }

  private AccessTokens tokens() {
    MasterKey master = MasterKey.read(data.resolve(MasterKey.FILE));
    return new NimbusAccessTokens(
        master.derive(NimbusAccessTokens.KEY_LABEL, NimbusAccessTokens.KEY_BYTES), Scene.CLOCK);
  }

  /** Of the first role that may call it; of an administrator where anybody may. */
  private static String token(AccessTokens tokens, String operation, Map<String, String> live) {
    Map<String, Object> extensions = Contract.OPERATIONS.get(operation).getExtensions();
    Role role =
        extensions != null && extensions.get("x-roles") instanceof List<?> list && !list.isEmpty()
            ? Role.valueOf(list.getFirst().toString())
            : Role.ADMIN;
    boolean atVenue = Set.of(Role.TERMINAL, Role.GATE, Role.VENUE_OWNER).contains(role);
    String id = role == Role.HOLDER ? live.get("holderId") : "01TESTWITHOUTDATABASE00000";
    return tokens.mint(
        id, role, RegionCode.NATION, atVenue ? live.get("venueId") : null, Duration.ofMinutes(5));
  }

  private static HttpRequest at(URI server, HttpRequest request) {
    URI asked = request.uri();
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    return HttpRequest.newBuilder(request, (name, value) -> true)
        .uri(server.resolve(asked.getRawPath() + query))
        .build();
  }
}
