package org.yongjun.pass.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.ServerProcess;
import org.yongjun.pass.TestFolders;
import org.yongjun.pass.platform.StartRefusedException;

/** How a server begins and ends on a machine where it is not alone. */
class ServerLifeTest {
  private static final Duration SERVERS_GONE_WITHIN = Duration.ofSeconds(10);

  private final Path data = TestFolders.create("life");

  @AfterEach
  void deleteData() {
    TestFolders.delete(data);
  }

  @Test
  void killingTheServerLeavesNothingRunningAndTheNextStartWorks() throws Exception {
    try (ServerProcess killed = start()) {
      assertEquals(200, ServerProcess.status(killed.url() + "/health"));
      List<ProcessHandle> family = killed.handle().descendants().toList();
      assertTrue(family.size() >= 4, "two servers and their guards");

      killed.kill();
      assertTrue(
          ServerProcess.await(
              SERVERS_GONE_WITHIN, () -> family.stream().noneMatch(ProcessHandle::isAlive)));
    }
    byte[] masterKey = Files.readAllBytes(data.resolve("master.key"));
    try (ServerProcess next = start()) {
      assertEquals(200, ServerProcess.status(next.url() + "/health"));
    }
    assertArrayEquals(masterKey, Files.readAllBytes(data.resolve("master.key")));
  }

  @Test
  void stoppingTheServerEndsItsServersBeforeItself() throws Exception {
    try (ServerProcess server = start()) {
      server.url();
      List<ProcessHandle> family = server.handle().descendants().toList();
      server.stop();
      assertTrue(family.stream().noneMatch(ProcessHandle::isAlive));
    }
    assertFalse(Files.exists(data.resolve("instance.json")));
  }

  @Test
  void startRightAfterAKillEndsTheLeftoverServersFirst() throws Exception {
    try (ServerProcess killed = start()) {
      killed.url();
      killed.kill();
      killed.exitStatus();
      try (ServerProcess next = start()) {
        assertEquals(200, ServerProcess.status(next.url() + "/health"));
      }
    }
  }

  @Test
  void secondStartOnTheSameFolderIsRefusedAndNamesTheFirst() throws Exception {
    try (ServerProcess first = start()) {
      String url = first.url();
      try (ServerProcess second = start()) {
        assertEquals(1, second.exitStatus());
        assertTrue(second.output().contains("in use by a running instance"), second.output());
        assertTrue(second.output().contains(url), second.output());
        assertTrue(second.output().contains("kill " + first.handle().pid()), second.output());
      }
      assertEquals(200, ServerProcess.status(url + "/health"));
    }
  }

  @Test
  void takenPort8080IsPassedOver() throws Exception {
    try (ServerSocket taken = new ServerSocket()) {
      bindUnlessTakenAlready(taken);
      int port = ServerPort.choose(Map.of());
      assertTrue(port > 8080 && port <= 8099, "port " + port);
    }
  }

  @Test
  void takenPortThatWasAskedForIsRefused() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      Map<String, String> environment = Map.of("PASS_PORT", "" + taken.getLocalPort());
      assertThrows(StartRefusedException.class, () -> ServerPort.choose(environment));
    }
  }

  @Test
  void portThatIsNoPortIsRefused() {
    for (String port : List.of("eighty", "65536", "-1", "8080 ")) {
      assertThrows(
          StartRefusedException.class, () -> ServerPort.choose(Map.of("PASS_PORT", port)), port);
    }
  }

  @Test
  void unknownCommandPrintsTheUsage() throws Exception {
    try (ServerProcess process = ServerProcess.start(Map.of(), "dance")) {
      assertEquals(2, process.exitStatus());
      assertTrue(process.output().contains("Usage"), process.output());
    }
  }

  private ServerProcess start() throws IOException {
    return ServerProcess.start(Map.of("PASS_DATA", data.toString(), "PASS_PORT", "0"));
  }

  private static void bindUnlessTakenAlready(ServerSocket socket) throws IOException {
    try {
      socket.bind(new InetSocketAddress(8080));
    } catch (BindException e) {
      // Somebody else on this machine holds it, which is the case under test.
      return;
    }
  }
}
