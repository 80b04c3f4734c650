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
import java.math.BigDecimal;

/**
 * Reads whole numbers, and nothing else, as whole numbers. The library's own readers make 5 of 5.7,
 * 1 of {@code true} and 5 of {@code "5"}; where the number is money, that is a wrong amount.
 */
final class WholeNumbers {
  private WholeNumbers() {}

  /** For fields of 64 bits. */
  @Singleton
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static final class OfLong implements Deserializer<Long> {
    @Override
    public Long deserialize(Decoder decoder, DecoderContext context, Argument<? super Long> type)
        throws IOException {
      try {
        return read(decoder).longValueExact();
      } catch (ArithmeticException notWhole) {
        throw new SerdeException("not a whole number of 64 bits");
      }
    }
  }

  /** For fields of 32 bits. */
  @Singleton
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static final class OfInteger implements Deserializer<Integer> {
    @Override
    public Integer deserialize(
        Decoder decoder, DecoderContext context, Argument<? super Integer> type)
        throws IOException {
      try {
        return read(decoder).intValueExact();
      } catch (ArithmeticException notWhole) {
        throw new SerdeException("not a whole number of 32 bits");
      }
    }
  }

  private static BigDecimal read(Decoder decoder) throws IOException {
    JsonNode node = decoder.decodeNode();
    if (!node.isNumber()) {
      throw new SerdeException("not a number");
    }
    return node.getBigDecimalValue();
  }
}
