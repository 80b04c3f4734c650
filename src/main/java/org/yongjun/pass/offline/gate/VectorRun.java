package org.yongjun.pass.offline.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.offline.bundle.JsonObject;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.DynamicPart;
import org.yongjun.pass.offline.token.Parsed;
import org.yongjun.pass.offline.token.TokenParser;
import org.yongjun.pass.offline.token.TokenType;
import org.yongjun.pass.offline.token.UnverifiedCode;

/**
 * Runs one test vector (the readme beside the vectors says what is in it) and collects what does
 * not agree: the intermediate forms of every code, and every answer of a reader in that state.
 */
final class VectorRun {
  private static final int CODES_MAX = 1000;
  private static final int EVENTS_MAX = 1000;
  private static final HexFormat HEX = HexFormat.of();

  private final List<String> faults = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>();
  private int readings;

  private VectorRun() {}

  /**
   * @param faults what does not agree; empty where everything does
   */
  record Result(List<String> faults, int codes, int readings) {}

  static Result of(JsonObject vector) {
    VectorRun run = new VectorRun();
    vector.objects("codes", CODES_MAX, run::compareForms);
    VectorReader reader = new VectorReader(vector.object("keyList"), vector.object("reader"));
    vector.objects("events", EVENTS_MAX, event -> run.play(reader, event));
    return new Result(run.faults, run.texts.size(), run.readings);
  }

  private JsonObject compareForms(JsonObject code) {
    String text = code.text("text");
    texts.put(code.text("id"), text);
    Optional<byte[]> bytes = CodeText.decode(text);
    Parsed parsed = bytes.map(TokenParser::parse).orElse(null);
    @Nullable UnverifiedCode read = parsed instanceof UnverifiedCode whole ? whole : null;
    Function<Function<UnverifiedCode, byte[]>, Optional<byte[]>> form =
        part -> read == null ? Optional.empty() : Optional.of(part.apply(read));
    if (text.length() <= CodeText.LENGTH_MAX) {
      // A longer text is no code whatever its bytes are, and is not looked at.
      compare(code, "codeHex", bytes);
    }
    compare(code, "blockHex", form.apply(each -> each.unverifiedBlock().bytes()));
    compare(
        code, "certificateMessageHex", form.apply(each -> each.unverifiedBlock().signedMessage()));
    compare(
        code,
        "codeMessageHex",
        read == null
            ? Optional.empty()
            : read.unverifiedDynamicPart().map(DynamicPart::signedMessage));
    return code;
  }

  /** A form that the vector does not give must not be there either. */
  private void compare(JsonObject code, String name, Optional<byte[]> found) {
    String expected = code.findText(name);
    String hex = found.map(HEX::formatHex).orElse(null);
    if (expected == null ? hex != null : !expected.equals(hex)) {
      faults.add("code " + code.text("id") + ", " + name);
    }
  }

  private JsonObject play(VectorReader reader, JsonObject event) {
    String kind = event.text("kind");
    if (kind.equals("RESTART")) {
      reader.restart();
    } else if (kind.equals("SYNC")) {
      reader.sync(event);
    } else if (kind.equals("SHOW")) {
      readings++;
      String text = texts.getOrDefault(event.text("code"), "");
      VectorReader.Answer answer = reader.show(text, event.number("clock"));
      Object expected = event.object("expected").members();
      Map<String, Object> found = json(answer, text);
      if (!expected.equals(found)) {
        faults.add("reading " + readings + ": expected " + expected + ", found " + found);
      }
    } else {
      faults.add("an event of a kind that this release does not know");
    }
    return event;
  }

  private static Map<String, Object> json(VectorReader.Answer answer, String text) {
    ReasonCode reason = answer.reason();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("time", answer.timeSeconds());
    json.put("outcome", reason == null ? "ADMITTED" : "REFUSED");
    DecisionJson.putReason(json, reason);
    json.put("repeat", answer.repeat());
    json.put("flags", answer.isAged() ? List.of(GateFlag.AGED_LIST.name()) : List.of());
    json.put("staffCheck", answer.staffCheck());
    json.put("checks", checks(reason, isCard(text)));
    return json;
  }

  /** The thirteen checks of a code, of which a card has fewer. */
  private static Map<String, Object> checks(@Nullable ReasonCode failed, boolean isCard) {
    Map<String, Object> checks = new LinkedHashMap<>();
    for (ReasonCode each : ReasonCode.values()) {
      if (each.number() > ReasonCode.STAFF_CHECK_REQUIRED.number()) {
        break;
      }
      boolean isReached = failed == null || each.number() <= failed.number();
      String result = !isReached ? "NOT_REACHED" : each == failed ? "FAIL" : "PASS";
      boolean isOfPhones =
          each == ReasonCode.CLOCK_AHEAD
              || each == ReasonCode.STALE_CODE
              || each == ReasonCode.BAD_DEVICE_SIGNATURE
              || each == ReasonCode.REPLAYED;
      checks.put(each.name(), isReached && isCard && isOfPhones ? "SKIPPED" : result);
    }
    return checks;
  }

  private static boolean isCard(String text) {
    return CodeText.decode(text)
        .filter(code -> code.length > 0 && code[0] == TokenType.STATIC_CARD.id())
        .isPresent();
  }
}
