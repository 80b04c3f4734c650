package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;

/**
 * Goal: however often and however broken batches arrive, each event is one row, one visit, one
 * entry, and each is answered. Method: batches of 500 over plain sockets; each is sent up to five
 * times, cut at a seeded byte before or after its end, in shuffled order, on several connections at
 * once, with a tenth of its neighbour in it; the last sending of each is whole, and read. How many
 * batches there are the system property {@value #BATCHES} says: 20 as a rule, 200 for the hundred
 * thousand.
 */
class T02_ATapIsRecordedOnceTest {
  private static final String BATCHES = "taps.batches";
  private static final int SIZE = 500;
  private static final int OVERLAP = 50;
  private static final int SENDINGS_MAX = 5;
  private static final int CONNECTIONS = 4;
  private static final int GATES = 10;
  private static final int PHONES = 40;
  private static final int BUSY_TRIES = 20;
  private static final long SEED = 20_261_122;
  private static final ObjectMapper JSON = ObjectMapper.getDefault();

  private final TapScene city = new TapScene();
  private final String venue = city.scene.venue("SCENIC_SPOT");
  private final List<TapScene.Gate> gates =
      IntStream.range(0, GATES).mapToObj(i -> city.gate(venue)).toList();
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  /**
   * One sending: of which batch, and after how many bytes it breaks off; all of them if negative.
   */
  private record Sending(int batch, int cut) {}

  private record Batch(TapScene.Gate gate, byte[] body) {}

  @Test
  void brokenOffShuffledOverlappingAndRepeatedEachEventIsOneRow() {
    int count = Integer.getInteger(BATCHES, 20);
    List<Batch> batches = batches(count);
    Random random = new Random(SEED);
    List<Sending> sendings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      for (int broken = random.nextInt(SENDINGS_MAX); broken > 0; broken--) {
        // Two bodies' length: half of the broken ones have told everything, and lose the answer.
        int length = batches.get(i).body().length;
        sendings.add(new Sending(i, Math.min(length, random.nextInt(2 * length))));
      }
    }
    Collections.shuffle(sendings, random);
    IntStream.range(0, count).forEach(i -> sendings.add(new Sending(i, -1)));
    List<Callable<Integer>> connections =
        IntStream.range(0, CONNECTIONS)
            .<Callable<Integer>>mapToObj(c -> () -> send(batches, sendings, c))
            .toList();
    int sent = Together.call(connections).stream().mapToInt(each -> each).sum();
    assertEquals(sendings.size(), sent);
    long events = (long) count * SIZE;
    assertEquals(events, answers.size());
    assertTrue(List.of("RECORDED", "DUPLICATE").containsAll(answers.values()));
    for (String each :
        List.of(
            "SELECT COUNT(*) FROM tap WHERE outcome = 'SETTLED' AND venue_id = ?",
            "SELECT COUNT(*) FROM visit WHERE venue_id = ?",
            "SELECT COUNT(*) FROM ledger_entry WHERE venue_id = ?",
            "SELECT COUNT(DISTINCT redemption_id) FROM tap WHERE venue_id = ?")) {
      assertEquals(events, Sql.number(each, venue), each);
    }
    assertEquals(
        0, Sql.number("SELECT COUNT(*) FROM tap_flag WHERE region = ?", city.scene.city.value()));
    // Each is free of 30.00.
    assertEquals(List.of(events, events, events * 3_000), city.figure(gates.getFirst()));
    assertTrue(city.holds());
  }

  private List<Batch> batches(int count) {
    List<Device> phones = IntStream.range(0, PHONES).mapToObj(i -> city.phone()).toList();
    List<List<Map<String, Object>>> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TapScene.Gate gate = gates.get(i % GATES);
      List<String> codes =
          IntStream.range(0, SIZE).parallel().mapToObj(k -> phones.get(k % PHONES).show()).toList();
      events.add(codes.stream().map(code -> gate.pass(code, TapScene.now())).toList());
    }
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Map<String, Object>> all = new ArrayList<>(events.get(i));
      // The batch of the same gate before this one.
      all.addAll(events.get(i < GATES ? i : i - GATES).subList(0, OVERLAP));
      Collections.shuffle(all, new Random(SEED + i));
      batches.add(new Batch(gates.get(i % GATES), json(Map.of("taps", all))));
    }
    return batches;
  }

  /** Every fourth sending, on connections that are opened anew for each. */
  private int send(List<Batch> batches, List<Sending> sendings, int connection) {
    int sent = 0;
    for (int i = connection; i < sendings.size(); i += CONNECTIONS) {
      Sending sending = sendings.get(i);
      for (int tries = 0; !send(batches.get(sending.batch()), sending.cut()); tries++) {
        assertTrue(tries < BUSY_TRIES, "the server is busy for ever");
      }
      sent++;
    }
    return sent;
  }

  /** False where the server is busy, and the whole batch is to be sent again. */
  private boolean send(Batch batch, int cut) {
    URI server = URI.create(PassServer.url());
    byte[] head =
        ("POST /v1/taps HTTP/1.1\r\nHost: "
                + server.getAuthority()
                + "\r\nAuthorization: Bearer "
                + batch.gate().token
                + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + batch.body().length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(head);
      out.write(batch.body(), 0, cut < 0 ? batch.body().length : cut);
      out.flush();
      return cut >= 0 || read(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean read(byte[] answer) throws IOException {
    String text = new String(answer, StandardCharsets.UTF_8);
    if (text.startsWith("HTTP/1.1 503")) {
      return false;
    }
    assertTrue(text.startsWith("HTTP/1.1 200"), () -> text.lines().findFirst().orElse("nothing"));
    byte[] body =
        text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1)
            .getBytes(StandardCharsets.UTF_8);
    Map<?, ?> json = (Map<?, ?>) JSON.readValue(body, Argument.OBJECT_ARGUMENT);
    for (Object each : (List<?>) json.get("results")) {
      Map<?, ?> result = (Map<?, ?>) each;
      answers.put(String.valueOf(result.get("clientId")), String.valueOf(result.get("outcome")));
    }
    return true;
  }

  private static byte[] json(Map<String, ?> body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
