package org.yongjun.pass.redemption.store;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.redemption.Answer;
import org.yongjun.pass.redemption.Redemption;
import org.yongjun.pass.redemption.Reversal;

/**
 * The JSON columns of the ledger, besides its traces, and of claims; written and read here alone.
 */
@Singleton
final class StoredJson {
  private final ObjectMapper mapper;

  StoredJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Serdeable
  record LayerJson(String itemId, int version, String used, long reductionFen) {
    static LayerJson of(PartQuote.Layer layer) {
      return new LayerJson(
          layer.itemId(), layer.version(), layer.used().name(), layer.reductionFen());
    }

    PartQuote.Layer toDomain() {
      return new PartQuote.Layer(itemId, version, HolderClass.valueOf(used), reductionFen);
    }
  }

  @Serdeable
  record PartJson(
      String label,
      @Nullable Integer companion,
      long listFen,
      long referenceFen,
      List<LayerJson> layers,
      long payableFen,
      long benefitValueFen) {
    static PartJson of(PartQuote part) {
      return new PartJson(
          part.label(),
          part.companion() == 0 ? null : part.companion(),
          part.listFen(),
          part.referenceFen(),
          part.layers().stream().map(LayerJson::of).toList(),
          part.payableFen(),
          part.benefitValueFen());
    }

    PartQuote toDomain() {
      return new PartQuote(
          label,
          companion == null ? 0 : companion,
          listFen,
          referenceFen,
          layers.stream().map(LayerJson::toDomain).toList(),
          payableFen,
          benefitValueFen);
    }
  }

  @Serdeable
  record RedemptionJson(
      String id,
      String visitId,
      String venueId,
      String terminalId,
      List<PartJson> parts,
      boolean photoCheck,
      Instant occurredAt,
      Instant bookedAt) {
    static RedemptionJson of(Redemption r) {
      return new RedemptionJson(
          r.id(),
          r.visitId(),
          r.venueId(),
          r.terminalId(),
          r.parts().stream().map(PartJson::of).toList(),
          r.photoCheck(),
          r.occurredAt(),
          r.bookedAt());
    }

    Redemption toDomain() {
      return new Redemption(
          id,
          visitId,
          venueId,
          terminalId,
          parts.stream().map(PartJson::toDomain).toList(),
          photoCheck,
          occurredAt,
          bookedAt);
    }
  }

  @Serdeable
  record ReversalJson(
      String redemptionId,
      String visitId,
      String reason,
      long benefitValueFen,
      Instant bookedAt,
      @Nullable RedemptionJson replacement) {}

  @Serdeable
  record RefusalJson(String reason, String zh, String en) {}

  /** One of the three is present. */
  @Serdeable
  record AnswerJson(
      @Nullable RedemptionJson redemption,
      @Nullable ReversalJson reversal,
      @Nullable RefusalJson refusal) {}

  String write(Answer answer) {
    return json(
        switch (answer) {
          case Answer.Redeemed(Redemption r) -> new AnswerJson(RedemptionJson.of(r), null, null);
          case Answer.Reversed(Reversal r) ->
              new AnswerJson(
                  null,
                  new ReversalJson(
                      r.redemptionId(),
                      r.visitId(),
                      r.reason(),
                      r.benefitValueFen(),
                      r.bookedAt(),
                      r.replacement().map(RedemptionJson::of).orElse(null)),
                  null);
          case Answer.Refused(ReasonCode reason, Text text) ->
              new AnswerJson(null, null, new RefusalJson(reason.name(), text.zh(), text.en()));
        });
  }

  Answer readAnswer(String json) {
    AnswerJson answer = read(json, Argument.of(AnswerJson.class));
    RedemptionJson r = answer.redemption();
    if (r != null) {
      return new Answer.Redeemed(r.toDomain());
    }
    ReversalJson v = answer.reversal();
    if (v != null) {
      return new Answer.Reversed(
          new Reversal(
              v.redemptionId(),
              v.visitId(),
              v.reason(),
              v.benefitValueFen(),
              v.bookedAt(),
              Optional.ofNullable(v.replacement()).map(RedemptionJson::toDomain)));
    }
    RefusalJson refusal = answer.refusal();
    if (refusal == null) {
      throw new IllegalStateException("a stored answer is of one of three kinds");
    }
    return new Answer.Refused(
        ReasonCode.valueOf(refusal.reason()), new Text(refusal.zh(), refusal.en()));
  }

  String write(List<PartQuote.Layer> layers) {
    return json(layers.stream().map(LayerJson::of).toList());
  }

  List<PartQuote.Layer> readLayers(String json) {
    return read(json, Argument.listOf(LayerJson.class)).stream().map(LayerJson::toDomain).toList();
  }

  String write(Map<String, Object> facts) {
    return json(facts);
  }

  Map<String, Object> readFacts(String json) {
    return read(json, Argument.mapOf(String.class, Object.class));
  }

  private String json(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException("what is stored is JSON", e);
    }
  }

  private <T> T read(String json, Argument<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException("what was stored is JSON", e);
    }
  }
}
