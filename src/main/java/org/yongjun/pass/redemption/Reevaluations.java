package org.yongjun.pass.redemption;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.offline.rule.Evaluation;
import org.yongjun.pass.offline.rule.Evaluator;
import org.yongjun.pass.offline.rule.HolderFacts;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.offline.rule.TraceLine;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.verification.SealedFacts;

/**
 * Decides stored redemptions again, on the facts and item versions that they keep, by the evaluator
 * that decided them: the same fen and the same reasons must come out.
 */
public final class Reevaluations {
  private final Reversals redemptions;
  private final LimitBook.Items items;
  private final SealedFacts seals;
  private final Evaluator evaluator;

  public Reevaluations(
      Reversals redemptions, LimitBook.Items items, SealedFacts seals, Evaluator evaluator) {
    this.redemptions = redemptions;
    this.items = items;
    this.seals = seals;
    this.evaluator = evaluator;
  }

  /** How it came out. */
  public enum Result {
    SAME,
    DIFFERENT,
    /** What was asked about the holder was erased with the person; the figures stand. */
    ERASED,
    /** Written before everything that was asked was kept. */
    NOT_KEPT
  }

  /**
   * Where the two differ.
   *
   * @param where a part and its field, or a line of the trace from 0
   */
  public record Difference(String where, String stored, String evaluated) {}

  public record Reevaluation(String redemptionId, Result result, List<Difference> differences) {}

  /** NOT_FOUND for a caller whom the redemption does not concern. */
  public Outcome<Reevaluation> reevaluate(Caller caller, String redemptionId) {
    return redemptions
        .find(caller, redemptionId)
        .map(state -> reevaluate(redemptionId, state.redeemed()));
  }

  private Reevaluation reevaluate(String redemptionId, List<LedgerEntry> entries) {
    Optional<StoredSituation> stored = StoredSituation.of(entries.getFirst());
    if (stored.isEmpty()) {
      return new Reevaluation(redemptionId, Result.NOT_KEPT, List.of());
    }
    StoredSituation situation = stored.get();
    Optional<HolderFacts> holder = situation.holder(seals, redemptionId);
    if (holder.isEmpty()) {
      return new Reevaluation(redemptionId, Result.ERASED, List.of());
    }
    List<Item> considered =
        situation.items().stream()
            .map(each -> items.findItem(each.itemId(), each.version()).orElseThrow())
            .toList();
    Evaluation evaluation =
        evaluator.evaluate(
            situation.situation(holder.get(), situation.bill(), situation.usage()), considered);
    List<Difference> differences = compare(entries, evaluation);
    return new Reevaluation(
        redemptionId,
        differences.isEmpty() ? Result.SAME : Result.DIFFERENT,
        List.copyOf(differences));
  }

  private static List<Difference> compare(List<LedgerEntry> entries, Evaluation evaluation) {
    List<Difference> differences = new ArrayList<>();
    List<PartQuote> parts =
        evaluation instanceof Evaluation.Granted granted
            ? granted.parts().stream().filter(part -> !part.layers().isEmpty()).toList()
            : List.of();
    for (LedgerEntry entry : entries) {
      PartQuote was = entry.part();
      Optional<PartQuote> now =
          parts.stream().filter(part -> part.key().equals(was.key())).findFirst();
      addTo(differences, was.key(), was, now.orElse(null));
    }
    for (PartQuote part : parts) {
      if (entries.stream().noneMatch(entry -> entry.part().key().equals(part.key()))) {
        addTo(differences, part.key(), null, part);
      }
    }
    List<TraceLine> was = entries.getFirst().trace().lines();
    List<TraceLine> now = evaluation.trace().lines();
    for (int i = 0; i < Math.max(was.size(), now.size()); i++) {
      addTo(
          differences,
          "trace/" + i,
          i < was.size() ? was.get(i) : null,
          i < now.size() ? now.get(i) : null);
    }
    return differences;
  }

  private static void addTo(
      List<Difference> differences,
      String where,
      @Nullable Object stored,
      @Nullable Object evaluated) {
    if (!Objects.equals(stored, evaluated)) {
      differences.add(
          new Difference(where, Objects.toString(stored, ""), Objects.toString(evaluated, "")));
    }
  }
}
