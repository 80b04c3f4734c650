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

/**
 * Reads true and false, and nothing else. The library's own reader makes false of any text, so that
 * a misspelt approval would be a refusal.
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TruthValues implements Deserializer<Boolean> {
  @Override
  public Boolean deserialize(
      Decoder decoder, DecoderContext context, Argument<? super Boolean> type) throws IOException {
    JsonNode node = decoder.decodeNode();
    if (!node.isBoolean()) {
      throw new SerdeException("neither true nor false");
    }
    return node.getBooleanValue();
  }
}
