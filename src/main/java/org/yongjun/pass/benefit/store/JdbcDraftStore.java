package org.yongjun.pass.benefit.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.benefit.Draft;
import org.yongjun.pass.benefit.DraftStore;
import org.yongjun.pass.kernel.RegionCode;

@Singleton
final class JdbcDraftStore implements DraftStore {
  private final DraftRows rows;

  JdbcDraftStore(DraftRows rows) {
    this.rows = rows;
  }

  @Override
  public void insert(Draft draft) {
    rows.save(
        new DraftRow(
            draft.id(),
            draft.code(),
            draft.region().value(),
            draft.venueId(),
            draft.state().name(),
            draft.revision(),
            draft.baseVersion(),
            draft.document(),
            draft.author(),
            draft.reviewer(),
            draft.remark(),
            draft.publishedVersion(),
            draft.createdAt(),
            draft.changedAt()));
  }

  @Override
  public Optional<Draft> find(String id) {
    return rows.find(id).map(JdbcDraftStore::toDraft);
  }

  @Override
  public boolean replace(Draft next) {
    return rows.replace(
            next.id(),
            next.revision() - 1,
            next.code(),
            next.region().value(),
            next.venueId(),
            next.state().name(),
            next.baseVersion(),
            next.document(),
            next.reviewer(),
            next.remark(),
            next.publishedVersion(),
            next.changedAt())
        == 1;
  }

  @Override
  public List<Draft> list(
      RegionCode scope,
      @Nullable String venueId,
      Draft.@Nullable State state,
      String afterId,
      int limit) {
    return rows
        .listWithoutDocuments(
            scope.value(),
            scope.last().value(),
            venueId == null ? "" : venueId,
            state == null ? "" : state.name(),
            afterId,
            limit)
        .stream()
        .map(JdbcDraftStore::toDraft)
        .toList();
  }

  @Override
  public int countOpen(String author) {
    return rows.countOthers(author, Draft.State.PUBLISHED.name());
  }

  private static Draft toDraft(DraftRow row) {
    return new Draft(
        row.id(),
        row.code(),
        new RegionCode(row.region()),
        row.venueId(),
        Draft.State.valueOf(row.state()),
        row.revision(),
        row.baseVersion(),
        row.document(),
        row.author(),
        row.reviewer(),
        row.remark(),
        row.publishedVersion(),
        row.createdAt(),
        row.changedAt());
  }
}
