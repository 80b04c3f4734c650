package org.yongjun.pass.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.ServerProcess;
import org.yongjun.pass.TestFolders;

/** How the first administrator comes in. */
class CreateAdminTest {
  private static final Pattern INVITATION = Pattern.compile("invitation +([2-9A-Z]{10}) ");

  private final Path data = TestFolders.create("admin");

  @AfterEach
  void deleteData() {
    TestFolders.delete(data);
  }

  @Test
  void theCommandInvitesWithAndWithoutARunningServer() throws Exception {
    String code;
    try (ServerProcess alone = start("create-admin", "--login", "chief")) {
      assertEquals(0, alone.exitStatus(), alone.output());
      Matcher invitation = INVITATION.matcher(alone.output());
      assertTrue(invitation.find());
      code = invitation.group(1);
    }
    try (ServerProcess server = start("serve")) {
      StoryHttp http = new StoryHttp(server.url(), new PlainExchange());
      http.post(
              "/v1/invitations/accept",
              null,
              Map.of("inviteCode", code, "password", "correct horse battery"))
          .expect(201);
      try (ServerProcess second = start("create-admin", "--login", "deputy")) {
        assertEquals(0, second.exitStatus(), second.output());
      }
      try (ServerProcess taken = start("create-admin", "--login", "chief")) {
        assertEquals(1, taken.exitStatus());
        assertTrue(taken.output().contains("CONFLICT"), "names the reason");
      }
      // Outside a demonstration no message can be sent, nor shown.
      http.post("/v1/sessions/otp", null, Map.of("phone", "19900000001")).expect(503);
      http.post("/v1/demo/messages", null, Map.of("phone", "19900000001")).expect(401, 404);
    }
  }

  private ServerProcess start(String... arguments) throws IOException {
    return ServerProcess.start(Map.of("PASS_DATA", data.toString(), "PASS_PORT", "0"), arguments);
  }
}
