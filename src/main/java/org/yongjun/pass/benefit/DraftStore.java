package org.yongjun.pass.benefit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps drafts. */
public interface DraftStore {
  void insert(Draft draft);

  Optional<Draft> find(String id);

  /**
   * Replaces a draft by its next revision; false where it is not at the revision before any more.
   */
  boolean replace(Draft next);

  /**
   * By id, after {@code afterId}; their documents are left out, as empty texts, because a page of
   * them could be a hundred times as much as one may be.
   *
   * @param venueId only offers of this venue, null for every draft
   * @param state null for every state
   */
  List<Draft> list(
      RegionCode scope,
      @Nullable String venueId,
      Draft.@Nullable State state,
      String afterId,
      int limit);

  /** How many drafts of an author are not published. */
  int countOpen(String author);
}
