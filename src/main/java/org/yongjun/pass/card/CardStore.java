package org.yongjun.pass.card;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps card types, applications, their events and reports; writes in the caller's transaction. */
public interface CardStore {
  /** False, and nothing written, when there is a type of that code. */
  boolean insert(CardType type, String createdBy, Instant createdAt);

  Optional<CardType> findType(String code);

  /** Types offered in {@code scope}, or above it, by code. */
  List<CardType> listTypes(RegionCode scope);

  /** The known codes of problems. */
  Set<String> listProblems();

  /** False, and nothing written, when one of that holder and type stands already. */
  boolean insert(CardApplication application, Instant createdAt);

  Optional<CardApplication> find(String id);

  /** The same, held until the open transaction ends. */
  Optional<CardApplication> lock(String id);

  /** Moves the application from its last event to the next; false when another came first. */
  boolean step(CardApplication before, CardApplication after);

  void insert(String applicationId, CardEvent event, Instant recordedAt);

  List<CardEvent> listEvents(String applicationId);

  /** By id; of one type or stage where they are named. */
  List<CardApplication> listIn(
      RegionCode scope,
      @Nullable String type,
      @Nullable CardStage stage,
      String afterId,
      int limit);

  /** The newest of a holder, at most {@code limit}. */
  List<CardApplication> listOf(String holderId, int limit);

  void insert(CardReport report, String createdBy, Instant createdAt);

  /** Applications that reached a stage for the first time from … to, by type and stage. */
  List<Count> countSteps(RegionCode scope, LocalDate from, LocalDate to);

  /** Persons by type, until {@code day}; each counted once. */
  Map<String, Persons> countPersons(RegionCode scope, LocalDate day);

  /** How often a problem was recorded from … to. */
  Map<String, Long> countProblems(RegionCode scope, LocalDate from, LocalDate to);

  /** The latest report of each type, region, stage and reporter as of {@code day}. */
  List<CardReport> listReports(RegionCode scope, LocalDate day);

  /**
   * Persons of a type.
   *
   * @param entered who have an application or a card, however far it came
   * @param issued to whom a card was issued
   */
  record Persons(long entered, long issued) {
    public static final Persons NONE = new Persons(0, 0);
  }

  /** Applications of a type that reached a stage. */
  record Count(String type, CardStage stage, long applications) {}
}
