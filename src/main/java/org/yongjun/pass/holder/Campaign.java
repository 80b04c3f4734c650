package org.yongjun.pass.holder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.RegionCode;

/**
 * A check of each person of a population, such as a quarter's proofs of life.
 *
 * @param region whose office runs it
 */
public record Campaign(
    String id,
    RegionCode region,
    String title,
    LocalDate dueOn,
    String createdBy,
    Instant createdAt) {
  public static final int TITLE_LENGTH_MAX = 120;

  /** What a campaign found of a person. Stored by name: never rename. */
  public enum Outcome {
    /** Nobody has looked yet. */
    OPEN,
    VERIFIED,
    DEAD,
    IMPRISONED,
    NOT_FOUND
  }

  /** Whom a campaign begins with; nobody where both are empty, and a file adds them. */
  public record Population(Optional<String> listCode, Optional<HolderClass> holderClass) {}

  /**
   * How far a campaign has come. The removed are among the checked, and never added to them.
   *
   * @param confirmed of the checked those found alive and entitled
   * @param removed of the checked those found dead or in prison
   */
  public record Counts(
      long persons, long open, long checked, long confirmed, long removed, long notFound) {}

  /** What somebody found of one person. */
  public record Finding(String holderId, Outcome outcome, LocalDate effectiveOn, String document) {
    @Override
    public String toString() {
      return "Finding";
    }
  }

  /** A person of a campaign. */
  public record Entry(String holderId, Outcome outcome) {
    @Override
    public String toString() {
      return "Entry";
    }
  }
}
