package org.yongjun.pass.offline.gate;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.bundle.JsonText;

/** What the command line prints: one JSON object a line. */
final class DecisionJson {
  private DecisionJson() {}

  static String line(Map<String, Object> tree) {
    return new String(JsonText.write(tree), StandardCharsets.UTF_8);
  }

  static Map<String, Object> of(GateDecision decision) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("admitted", decision.admitted());
    tree.put("opens", decision.opens());
    putReason(tree, decision.reason());
    tree.put("explanation", of(decision.explanation()));
    tree.put("gate", decision.passage().gate());
    tree.put("direction", decision.passage().direction().name());
    tree.put("time", decision.timeSeconds());
    if (decision.clientId() != null) {
      tree.put("clientId", decision.clientId());
    }
    GateEntry.Grant grant = decision.grant();
    if (grant != null) {
      tree.put("itemId", grant.itemId());
      tree.put("itemVersion", (long) grant.itemVersion());
      tree.put("listFen", grant.listFen());
      tree.put("payableFen", grant.payableFen());
      tree.put("valueFen", grant.valueFen());
    }
    tree.put("flags", decision.flags().stream().map(GateFlag::name).sorted().toList());
    tree.put("staffCheck", decision.staffCheck());
    tree.put("repeat", decision.repeat());
    return tree;
  }

  static void putReason(Map<String, Object> tree, @Nullable ReasonCode reason) {
    if (reason != null) {
      tree.put("reason", reason.name());
      tree.put("number", (long) reason.number());
      tree.put("retryable", reason.isRetryable());
    }
  }

  static Map<String, Object> of(Annulment annulment) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (annulment instanceof Annulment.Done done) {
      tree.put("annulled", true);
      tree.put("clientId", done.clientId());
      tree.put("names", done.names());
    } else if (annulment instanceof Annulment.Refused refused) {
      tree.put("annulled", false);
      tree.put("explanation", of(refused.explanation()));
    }
    return tree;
  }

  static Map<String, Object> of(GateTally tally) {
    Map<String, Object> refused = new LinkedHashMap<>();
    tally.refused().forEach((reason, count) -> refused.put(reason.name(), count));
    Map<String, Object> answered = new LinkedHashMap<>();
    answered.put("recorded", tally.answered().recorded());
    answered.put("duplicate", tally.answered().duplicate());
    answered.put("conflict", tally.answered().conflict());
    answered.put("rejected", tally.answered().rejected());
    answered.put("flagged", tally.answered().flagged());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("admissions", tally.admitted());
    tree.put("exits", tally.exits());
    tree.put("annulled", tally.annulled());
    tree.put("standing", tally.admitted() - tally.annulled());
    tree.put("payableFen", tally.payableFen());
    tree.put("valueFen", tally.valueFen());
    tree.put("refused", refused);
    tree.put("answered", answered);
    return tree;
  }

  static Map<String, Object> of(GateHttp.Synced synced) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("bundle", synced.bundle());
    tree.put("uploaded", (long) synced.uploaded());
    tree.put("upload", synced.upload());
    return tree;
  }

  static Map<String, Object> of(JournalDamage damage) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("damage", damage.kind().name());
    tree.put("from", damage.fromNumber());
    tree.put("to", damage.toNumber());
    tree.put("bytes", damage.bytes());
    return tree;
  }

  private static Map<String, Object> of(Text text) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("zh", text.zh());
    tree.put("en", text.en());
    return tree;
  }
}
