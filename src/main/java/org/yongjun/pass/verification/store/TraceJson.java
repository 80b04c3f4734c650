package org.yongjun.pass.verification.store;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.rule.Clause;
import org.yongjun.pass.offline.rule.Trace;
import org.yongjun.pass.offline.rule.TraceLine;

/** Traces as they are stored, by attempts and by the ledger. */
@Singleton
public final class TraceJson {
  private final ObjectMapper mapper;

  TraceJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** One line of a trace. */
  @Serdeable
  record Line(String itemId, int version, String clause, boolean held, String zh, String en) {
    static Line of(TraceLine line) {
      return new Line(
          line.itemId(),
          line.version(),
          line.clause().name(),
          line.held(),
          line.sentence().zh(),
          line.sentence().en());
    }

    TraceLine toDomain() {
      return new TraceLine(itemId, version, Clause.valueOf(clause), held, new Text(zh, en));
    }
  }

  public String write(Trace trace) {
    List<Line> lines = trace.lines().stream().map(Line::of).toList();
    try {
      return mapper.writeValueAsString(lines);
    } catch (IOException e) {
      throw new UncheckedIOException("a trace is JSON", e);
    }
  }

  public Trace read(String json) {
    try {
      return new Trace(
          mapper.readValue(json, Argument.listOf(Line.class)).stream()
              .map(Line::toDomain)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("a stored trace is JSON", e);
    }
  }
}
