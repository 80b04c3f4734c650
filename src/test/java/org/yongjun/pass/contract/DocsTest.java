package org.yongjun.pass.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that shows the contract, without a token and without any other server. */
class DocsTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

  @Test
  void thePageAndAllThatItLoadsComeFromThisServer() throws Exception {
    for (String address : List.of("/docs", "/docs/", "/docs/index.html")) {
      HttpResponse<byte[]> page = get(address);
      assertEquals(200, page.statusCode(), address);
      assertTrue(page.headers().firstValue("Content-Type").get().startsWith("text/html"));
    }
    Matcher links = LINK.matcher(text(get("/docs")));
    int found = 0;
    while (links.find()) {
      assertTrue(links.group(1).startsWith("/docs/"), links.group(1));
      assertEquals(200, get(links.group(1)).statusCode(), links.group(1));
      found++;
    }
    assertTrue(found >= 8);
  }

  @Test
  void ourPartOfThePageNamesNoOtherServer() throws Exception {
    for (String file : List.of("index.html", "docs.js", "docs.css")) {
      assertFalse(text(get("/docs/" + file)).contains("//" + "cdn"), file);
      assertFalse(text(get("/docs/" + file)).matches("(?s).*https?:.*"), file);
    }
  }

  @Test
  void theContractIsServedAsItIsWritten() throws Exception {
    assertArrayEquals(
        Files.readAllBytes(Path.of("api-spec/openapi/pass-v1.yaml")),
        get("/docs/pass-v1.yaml").body());
    assertArrayEquals(
        Files.readAllBytes(Path.of("api-spec/problems.md")), get("/docs/problems.md").body());
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(Caller.NOBODY.get(path), HttpResponse.BodyHandlers.ofByteArray());
    }
  }
}
