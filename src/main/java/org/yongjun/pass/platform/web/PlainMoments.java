package org.yongjun.pass.platform.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Reads moments of the years 1970 … 9999, as ISO 8601 writes them, and nothing else. The library's
 * own reader takes moments a billion years away, which have no day in any calendar, and numbers
 * whose unit nobody knows.
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PlainMoments implements Deserializer<Instant> {
  /** The last day is left out: in the east it is over while it is still going on elsewhere. */
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  @Override
  public Instant deserialize(
      Decoder decoder, DecoderContext context, Argument<? super Instant> type) throws IOException {
    JsonNode node = decoder.decodeNode();
    if (!node.isString()) {
      throw new SerdeException("not a moment");
    }
    Instant moment = parse(node.getStringValue());
    if (moment.isBefore(Instant.EPOCH) || !moment.isBefore(END)) {
      throw new SerdeException("not a moment of the years 1970 to 9999");
    }
    return moment;
  }

  private static Instant parse(String text) throws SerdeException {
    try {
      return Instant.parse(text);
    } catch (DateTimeException noSuchMoment) {
      throw new SerdeException("no such moment", noSuchMoment);
    }
  }
}
