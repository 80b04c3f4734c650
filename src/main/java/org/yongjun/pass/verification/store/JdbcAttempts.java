package org.yongjun.pass.verification.store;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.verification.Attempt;
import org.yongjun.pass.verification.Attempts;
import org.yongjun.pass.verification.Pseudonyms;
import org.yongjun.pass.verification.ShownAs;
import org.yongjun.pass.verification.ShownCode;

@Singleton
final class JdbcAttempts implements Attempts {
  private final AttemptRows rows;
  private final Pseudonyms pseudonyms;
  private final TraceJson traces;
  private final Ids ids;

  JdbcAttempts(AttemptRows rows, Pseudonyms pseudonyms, TraceJson traces, Ids ids) {
    this.rows = rows;
    this.pseudonyms = pseudonyms;
    this.traces = traces;
    this.ids = ids;
  }

  @Override
  public void append(Attempt attempt) {
    @Nullable ShownCode code = attempt.code().orElse(null);
    rows.save(
        new AttemptRow(
            ids.next(),
            attempt.kind().name(),
            attempt.terminalId(),
            attempt.venueId(),
            attempt.region().value(),
            attempt.result(),
            code == null ? null : code.issuer(),
            code == null ? null : code.bindingIndex(),
            code != null && code.shownAs() instanceof ShownAs.Dynamic(long counter)
                ? counter
                : null,
            code == null ? "" : code.shownAs().text(),
            code == null ? null : pseudonyms.of(code.issuer(), code.holderTag()),
            traces.write(attempt.trace()),
            attempt.requestId(),
            attempt.at()));
  }
}
