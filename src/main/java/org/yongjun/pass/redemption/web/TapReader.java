package org.yongjun.pass.redemption.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.redemption.Tap;
import org.yongjun.pass.redemption.Taps;
import org.yongjun.pass.verification.web.VerificationWire;

/**
 * Reads a batch of taps token by token, without a tree of the whole. What is wrong with one tap is
 * that tap's own refusal, so that no fact is lost for its neighbour's sake; what is no batch at all
 * is refused whole. Fields that it does not know are passed over: a gate may say more one day.
 */
final class TapReader {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final Pattern ITEM_ID = Pattern.compile("[!-~]{1,80}");
  private static final Pattern LABEL = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");
  private static final long NUMBER_MAX = 9_007_199_254_740_991L;

  /** The years 2000 to 2037: what every database can store as a moment. */
  private static final long SECONDS_MIN = 946_684_800L;

  private static final long SECONDS_MAX = 2_145_916_800L;

  private TapReader() {}

  /**
   * One of the batch.
   *
   * @param clientId empty where not even that can be read
   * @param tap empty where it cannot be taken for a tap
   */
  record Read(String clientId, Optional<Tap> tap) {}

  /** Refused with INVALID_REQUEST, naming the field. */
  static Outcome<List<Read>> read(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT
          || !"taps".equals(parser.nextFieldName())
          || parser.nextToken() != JsonToken.START_ARRAY) {
        return notABatch();
      }
      List<Read> all = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == null || all.size() == Taps.BATCH_MAX) {
          return notABatch();
        }
        all.add(readOne(parser));
      }
      boolean isWhole = parser.nextToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
      return isWhole && !all.isEmpty() ? Outcome.done(all) : notABatch();
    } catch (IOException notJson) {
      // The bytes are in memory: only what they say can be at fault, be it no JSON or no text.
      return notABatch();
    }
  }

  private static Outcome<List<Read>> notABatch() {
    return Outcome.refused(
        Problem.invalid(
            "/taps",
            "须为 {\"taps\": […]}，含 1 至 " + Taps.BATCH_MAX + " 条",
            "Must be {\"taps\": […]} with 1 to " + Taps.BATCH_MAX + " taps"));
  }

  private static Read readOne(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return new Read("", Optional.empty());
    }
    Map<String, Object> fields = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      Object value = value(parser, parser.nextToken());
      if (value != null) {
        fields.put(name, value);
      }
    }
    String clientId = text(fields, "clientId", CLIENT_ID).orElse("");
    return new Read(clientId, clientId.isEmpty() ? Optional.empty() : tapOf(clientId, fields));
  }

  /** A text, a whole number, a list of texts; null for anything else. */
  private static @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
          ? Long.valueOf(-1)
          : Long.valueOf(parser.getLongValue());
    }
    if (token != JsonToken.START_ARRAY) {
      boolean isNothing = token == JsonToken.VALUE_NULL;
      parser.skipChildren();
      return isNothing ? null : Boolean.FALSE;
    }
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      texts.add(parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "");
      parser.skipChildren();
    }
    return texts;
  }

  /** Empty where it cannot be told which event it is, and when it was. */
  private static Optional<Tap> tapOf(String clientId, Map<String, Object> fields) {
    Optional<Tap.Kind> kind = constant(Tap.Kind.values(), fields.get("kind"));
    long sequence = number(fields, "sequence", NUMBER_MAX, -1);
    long eventTime = number(fields, "eventTime", SECONDS_MAX, -1);
    long bundleVersion = number(fields, "bundleVersion", NUMBER_MAX, 0);
    Optional<Set<Tap.Mark>> marks = marks(fields.get("flags"));
    Optional<String> names = optional(fields, "names", CLIENT_ID);
    Optional<String> label = optional(fields, "label", LABEL);
    Optional<Tap.Decision> decision = decision(fields);
    String code = fields.get("code") instanceof String text ? text : "";
    if (kind.isEmpty() || sequence < 0 || eventTime < SECONDS_MIN) {
      return Optional.empty();
    }
    Instant eventAt = Instant.ofEpochSecond(eventTime);
    boolean isWhole =
        bundleVersion >= 0
            && marks.isPresent()
            && names.isPresent()
            && label.isPresent()
            && decision.isPresent()
            && code.length() <= VerificationWire.CODE_LENGTH_MAX
            && (!fields.containsKey("code") || !code.isEmpty());
    if (!isWhole || !fits(kind.get(), code, names.get(), fields)) {
      return Optional.of(Tap.unread(kind.get(), clientId, sequence, eventAt));
    }
    return Optional.of(
        new Tap(
            kind.get(),
            clientId,
            sequence,
            code,
            eventAt,
            label.filter(said -> !said.isEmpty()),
            decision.get(),
            marks.get(),
            bundleVersion,
            names.get(),
            true));
  }

  private static boolean fits(
      Tap.Kind kind, String code, String names, Map<String, Object> fields) {
    return switch (kind) {
      case PASS -> !code.isEmpty() && fields.containsKey("listFen");
      case EXIT -> !code.isEmpty();
      case ANNUL -> code.isEmpty() && !names.isEmpty();
    };
  }

  private static Optional<Tap.Decision> decision(Map<String, Object> fields) {
    Optional<String> itemId = optional(fields, "itemId", ITEM_ID);
    long version = number(fields, "catalogueVersion", Integer.MAX_VALUE, 0);
    long listFen = number(fields, "listFen", Fen.AMOUNT_MAX, 0);
    long payableFen = number(fields, "payableFen", Fen.AMOUNT_MAX, 0);
    long valueFen = number(fields, "valueFen", Fen.AMOUNT_MAX, 0);
    boolean isWhole =
        itemId.isPresent() && version >= 0 && listFen >= 0 && payableFen >= 0 && valueFen >= 0;
    return isWhole
        ? Optional.of(new Tap.Decision(itemId.get(), (int) version, listFen, payableFen, valueFen))
        : Optional.empty();
  }

  /** Those that it knows; a gate may know more. Empty where it is no list. */
  private static Optional<Set<Tap.Mark>> marks(@Nullable Object value) {
    EnumSet<Tap.Mark> marks = EnumSet.noneOf(Tap.Mark.class);
    if (value == null) {
      return Optional.of(marks);
    }
    if (!(value instanceof List<?> names)) {
      return Optional.empty();
    }
    for (Object name : names) {
      constant(Tap.Mark.values(), name).ifPresent(marks::add);
    }
    return Optional.of(marks);
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] all, @Nullable Object name) {
    for (E each : all) {
      if (each.name().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(Map<String, Object> fields, String name, Pattern form) {
    return fields.get(name) instanceof String said && form.matcher(said).matches()
        ? Optional.of(said)
        : Optional.empty();
  }

  /** An empty text where it was not said; empty where what was said is not of that form. */
  private static Optional<String> optional(Map<String, Object> fields, String name, Pattern form) {
    return fields.containsKey(name) ? text(fields, name, form) : Optional.of("");
  }

  /** −1 where it is no whole number from 0 to {@code max}. */
  private static long number(Map<String, Object> fields, String name, long max, long absent) {
    Object value = fields.get(name);
    if (value == null) {
      return absent;
    }
    return value instanceof Long said && said >= 0 && said <= max ? said : -1;
  }
}
