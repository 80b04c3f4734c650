package org.yongjun.pass.benefit.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yongjun.pass.benefit.Draft;
import org.yongjun.pass.benefit.Drafts;
import org.yongjun.pass.benefit.web.CatalogueWire.TextAnswer;
import org.yongjun.pass.platform.Problem;

/** What travels over HTTP about drafts. */
final class DraftWire {
  private DraftWire() {}

  /** Names the state that a step was decided on. */
  @Serdeable
  record RevisionRequest(@Min(1) int revision) {}

  @Serdeable
  record ReviewRequest(
      @Min(1) int revision,
      @NotNull Drafts.Decision decision,
      @Nullable @Size(min = 1, max = Draft.REMARK_LENGTH_MAX) String remark) {}

  /** A draft without its document. */
  @Serdeable
  record DraftHeader(
      String draftId,
      String code,
      String region,
      @Nullable String venueId,
      Draft.State state,
      int revision,
      int baseVersion,
      String author,
      @Nullable String reviewer,
      @Nullable String remark,
      @Nullable Integer publishedVersion,
      Instant createdAt,
      Instant changedAt) {
    static DraftHeader of(Draft draft) {
      return new DraftHeader(
          draft.id(),
          draft.code(),
          draft.region().toString(),
          draft.venueId(),
          draft.state(),
          draft.revision(),
          draft.baseVersion(),
          draft.author(),
          draft.reviewer(),
          draft.remark(),
          draft.publishedVersion(),
          draft.createdAt(),
          draft.changedAt());
    }
  }

  /** A draft with its document, which may have faults. */
  @Serdeable
  record DraftAnswer(DraftHeader draft, Map<String, Object> document) {}

  @Serdeable
  record DraftPage(List<DraftHeader> drafts, boolean hasMore, @Nullable String next) {}

  @Serdeable
  record FaultAnswer(String pointer, TextAnswer detail) {}

  /** What stands against publication. */
  @Serdeable
  record DraftFaults(boolean valid, List<FaultAnswer> faults) {
    static DraftFaults of(List<Problem.FieldError> errors) {
      return new DraftFaults(
          errors.isEmpty(),
          errors.stream()
              .map(each -> new FaultAnswer(each.pointer(), TextAnswer.of(each.detail())))
              .toList());
    }
  }
}
