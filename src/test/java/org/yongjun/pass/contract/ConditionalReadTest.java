package org.yongjun.pass.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;

/** Who has the newest state is told so in a few bytes, and who has not gets it. */
class ConditionalReadTest {
  private static final Caller OFFICE = Caller.office(Role.ADMIN);

  @ParameterizedTest
  @ValueSource(strings = {"/v1/catalogues", "/v1/venues"})
  void aListIsSentAgainOnlyOnceItChanged(String path) {
    checkConditional(OFFICE, path);
  }

  @Test
  void aHoldersOwnCertificatesAreSentOnce() {
    Caller holder = Caller.of("0".repeat(26), Role.HOLDER, RegionCode.NATION, null);
    checkConditional(holder, "/v1/certificates");
  }

  @Test
  void theKeyListTakesAListOfTags() {
    checkConditional(Caller.NOBODY, "/.well-known/yongjun-pass/keys");
  }

  private static void checkConditional(Caller caller, String path) {
    HttpResponse<byte[]> first = CheckedHttp.send(caller.get(path));
    assertEquals(200, first.statusCode());
    String tag = first.headers().firstValue("ETag").orElseThrow();
    for (String sent : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
      HttpResponse<byte[]> unchanged = conditional(caller, path, sent);
      assertEquals(304, unchanged.statusCode(), sent);
      assertEquals(0, unchanged.body().length);
      assertEquals(tag, unchanged.headers().firstValue("ETag").orElseThrow());
    }
    assertEquals(200, conditional(caller, path, "\"other\"").statusCode());
  }

  private static HttpResponse<byte[]> conditional(Caller caller, String path, String tag) {
    return CheckedHttp.send(caller.request(path).header("If-None-Match", tag).GET().build());
  }
}
