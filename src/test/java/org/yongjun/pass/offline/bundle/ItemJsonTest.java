package org.yongjun.pass.offline.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.RandomItems;

class ItemJsonTest {
  /** 400 lists of one to six items each; among them every kind of rule and condition. */
  @Test
  void everyItemIsReadAsItWasWritten() {
    TreeSet<String> kinds = new TreeSet<>();
    for (int seed = 0; seed < 400; seed++) {
      for (Item item : new RandomItems(new Random(seed)).list()) {
        byte[] json = JsonText.write(ItemJson.write(item));
        Item read = ItemJson.read(JsonText.read(json));
        assertEquals(item, read);
        assertArrayEquals(json, JsonText.write(ItemJson.write(read)));
        kindsIn(new String(json, StandardCharsets.UTF_8), kinds);
      }
    }
    assertTrue(
        kinds.containsAll(
            List.of(
                "FREE",
                "PERCENT_PAYABLE",
                "AMOUNT_OFF",
                "PER_UNIT_OFF",
                "FIXED_PRICE",
                "NON_MONETARY",
                "UNQUANTIFIED",
                "MERIT_AT_MOST",
                "DISABILITY_GRADE_AT_MOST",
                "AGE_AT_LEAST",
                "MEMBER_OF",
                "CHANNEL_IS",
                "ALL",
                "ANY",
                "NOT")),
        kinds.toString());
  }

  @Test
  void aMemberThatTheReaderDoesNotKnowIsARuleThatItDoesNotKnow() {
    Item item = new RandomItems(new Random(1)).list().get(0);
    Map<String, Object> tree = ItemJson.write(item);
    tree.put("surcharge", 5);
    byte[] json = JsonText.write(tree);
    assertThrows(IllegalArgumentException.class, () -> ItemJson.read(JsonText.read(json)));
  }

  @Test
  void fractionsNullsDoubleNamesAndWhatFollowsAreNoPartOfTheFormat() {
    for (String json :
        List.of(
            "{\"a\":1.5}",
            "{\"a\":null}",
            "{\"a\":1,\"a\":1}",
            "{\"a\":1}{}",
            "{\"a\":99999999999999999999}",
            "{\"a\":",
            "[]",
            "",
            "[".repeat(5000))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> JsonText.read(json.getBytes(StandardCharsets.UTF_8)),
          json);
    }
  }

  private static void kindsIn(String json, TreeSet<String> kinds) {
    for (String piece : json.split("\"kind\":\"")) {
      kinds.add(piece.substring(0, Math.max(0, piece.indexOf('"'))));
    }
  }
}
