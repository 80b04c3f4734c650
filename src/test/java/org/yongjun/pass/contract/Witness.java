package org.yongjun.pass.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the exchanges of the current test came to: which operations succeeded, and which programmes
 * the redeemed items refer to by the documents that were published over HTTP.
 */
public final class Witness {
  private static final String PUBLISH = "POST /v1/catalogues";
  private static final String REDEEM = "POST /v1/redemptions";

  /** By item id; of every document that this JVM saw published. */
  private static final Map<String, Set<String>> REFERENCES = new ConcurrentHashMap<>();

  /** The item whose promise an item gives figures to, by item id. */
  private static final Map<String, String> FULFILS = new ConcurrentHashMap<>();

  private static final Set<String> SUCCEEDED = ConcurrentHashMap.newKeySet();
  private static final Set<String> REDEEMED = ConcurrentHashMap.newKeySet();

  private Witness() {}

  /** A new test begins. */
  public static void begin() {
    SUCCEEDED.clear();
    REDEEMED.clear();
  }

  public static boolean succeeded(String operation) {
    return SUCCEEDED.contains(operation);
  }

  /**
   * References of the items by which something was redeemed since the test began, and of those that
   * they fulfil.
   */
  public static Set<String> redeemedReferences() {
    Set<String> references = new TreeSet<>();
    for (String item : REDEEMED) {
      references.addAll(REFERENCES.getOrDefault(item, Set.of()));
      references.addAll(REFERENCES.getOrDefault(FULFILS.getOrDefault(item, ""), Set.of()));
    }
    return references;
  }

  /** An answer that keeps to the contract. */
  static void saw(String operation, HttpResponse<byte[]> response) {
    if (response.statusCode() >= 300) {
      return;
    }
    SUCCEEDED.add(operation);
    if (operation.equals(PUBLISH)) {
      JsonNode document = Json.of(response).path("document");
      for (JsonNode item : document.path("items")) {
        Set<String> references = ConcurrentHashMap.newKeySet();
        item.path("references").forEach(each -> references.add(each.asText()));
        String id = document.path("code").asText() + "/" + item.path("number").asText();
        REFERENCES.put(id, references);
        FULFILS.put(id, item.path("fulfils").asText());
      }
    } else if (operation.equals(REDEEM)) {
      for (JsonNode part : Json.of(response).path("parts")) {
        part.path("layers").forEach(layer -> REDEEMED.add(layer.path("itemId").asText()));
      }
    }
  }
}
