package org.yongjun.pass.platform.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code true} and {@code false}, and nothing else, as such, and days of four-digit years as
 * days. The library's own readers make {@code false} of a text or an object, so that a misspelt
 * decision would be the contrary one, and read days that no database keeps.
 */
final class PlainValues {
  private static final Pattern DAY = Pattern.compile("[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}");

  private PlainValues() {}

  /** For yes and no. */
  @Singleton
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static final class OfBoolean implements Deserializer<Boolean> {
    @Override
    public Boolean deserialize(
        Decoder decoder, DecoderContext context, Argument<? super Boolean> type)
        throws IOException {
      JsonNode node = decoder.decodeNode();
      if (!node.isBoolean()) {
        throw new SerdeException("neither true nor false");
      }
      return node.getBooleanValue();
    }
  }

  /** For days, 1000-01-01 … 9999-12-31: what every MySQL-protocol database keeps. */
  @Singleton
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static final class OfDay implements Deserializer<LocalDate> {
    @Override
    public LocalDate deserialize(
        Decoder decoder, DecoderContext context, Argument<? super LocalDate> type)
        throws IOException {
      JsonNode node = decoder.decodeNode();
      if (!node.isString()) {
        throw new SerdeException("not a day");
      }
      try {
        return day(node.getStringValue());
      } catch (DateTimeException noSuchDay) {
        throw new SerdeException("no such day", noSuchDay);
      }
    }
  }

  /** For days in queries, within the same bounds. */
  @Singleton
  static final class OfDayInQuery implements TypeConverter<CharSequence, LocalDate> {
    @Override
    public Optional<LocalDate> convert(
        CharSequence text, Class<LocalDate> type, ConversionContext context) {
      if (text.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(day(text));
      } catch (DateTimeException noSuchDay) {
        context.reject(text, noSuchDay);
        return Optional.empty();
      }
    }
  }

  private static LocalDate day(CharSequence text) {
    if (!DAY.matcher(text).matches()) {
      throw new DateTimeException("not a day of a four-digit year");
    }
    return LocalDate.parse(text);
  }
}
