package org.yongjun.pass.benefit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;

/**
 * A catalogue document on its way to publication.
 *
 * @param code of the catalogue that it is to be a version of
 * @param venueId the venue of an offer, null for a list of an office's own
 * @param revision grows with each change
 * @param baseVersion the catalogue's newest version when this was last written; 0 for none
 * @param document canonical JSON; not validated before it is submitted
 * @param reviewer who approved it or sent it back last
 * @param remark what the reviewer wrote
 * @param publishedVersion what it became
 */
public record Draft(
    String id,
    String code,
    RegionCode region,
    @Nullable String venueId,
    State state,
    int revision,
    int baseVersion,
    String document,
    String author,
    @Nullable String reviewer,
    @Nullable String remark,
    @Nullable Integer publishedVersion,
    Instant createdAt,
    Instant changedAt) {
  public static final int REMARK_LENGTH_MAX = 500;

  /** How far it is. Stored by name: never rename. */
  public enum State {
    /** Its author may change it. */
    DRAFT,
    SUBMITTED,
    APPROVED,
    PUBLISHED
  }

  /** What a document says of itself before it is validated. */
  record Heading(String code, RegionCode region, @Nullable String venueId) {}

  static Draft of(
      String id, Heading heading, int baseVersion, String document, String author, Instant now) {
    return new Draft(
        id,
        heading.code(),
        heading.region(),
        heading.venueId(),
        State.DRAFT,
        1,
        baseVersion,
        document,
        author,
        null,
        null,
        null,
        now,
        now);
  }

  Draft edited(Heading heading, int newBase, String newDocument, Instant now) {
    return new Draft(
        id,
        heading.code(),
        heading.region(),
        heading.venueId(),
        State.DRAFT,
        revision + 1,
        newBase,
        newDocument,
        author,
        reviewer,
        remark,
        null,
        createdAt,
        now);
  }

  Draft submitted(Instant now) {
    return moved(State.SUBMITTED, reviewer, remark, null, now);
  }

  Draft approved(String by, @Nullable String newRemark, Instant now) {
    return moved(State.APPROVED, by, newRemark, null, now);
  }

  Draft sentBack(String by, String newRemark, Instant now) {
    return moved(State.DRAFT, by, newRemark, null, now);
  }

  Draft published(int version, Instant now) {
    return moved(State.PUBLISHED, reviewer, remark, version, now);
  }

  private Draft moved(
      State newState,
      @Nullable String newReviewer,
      @Nullable String newRemark,
      @Nullable Integer version,
      Instant now) {
    return new Draft(
        id,
        code,
        region,
        venueId,
        newState,
        revision + 1,
        baseVersion,
        document,
        author,
        newReviewer,
        newRemark,
        version,
        createdAt,
        now);
  }
}
