package org.yongjun.pass.offline.gate;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.yongjun.pass.kernel.ReasonCode;

/** What a gate's journal adds up to. Not thread-safe. */
public final class GateTally {
  private final Map<ReasonCode, Long> refused = new EnumMap<>(ReasonCode.class);
  private final Map<String, GateEntry.Grant> standing = new HashMap<>();
  private UploadCounts answered = UploadCounts.NONE;
  private long admitted;
  private long exits;
  private long annulled;

  /** Adds up a whole journal. */
  public static GateTally of(GateJournal journal) throws java.io.IOException {
    GateTally tally = new GateTally();
    journal.read((number, entry) -> tally.add(entry));
    return tally;
  }

  private void add(GateEntry entry) {
    if (entry instanceof GateEntry.Passed passed && passed.grant() != null) {
      admitted++;
      standing.put(passed.clientId(), passed.grant());
    } else if (entry instanceof GateEntry.Passed) {
      exits++;
    } else if (entry instanceof GateEntry.Annulled undone) {
      annulled++;
      standing.remove(undone.names());
    } else if (entry instanceof GateEntry.Refused no) {
      refused.merge(no.reason(), 1L, Long::sum);
    } else if (entry instanceof GateEntry.Acknowledged batch) {
      answered = answered.plus(batch.counts());
    }
  }

  /** How many were let in, annulled ones included. */
  public long admitted() {
    return admitted;
  }

  public long exits() {
    return exits;
  }

  public long annulled() {
    return annulled;
  }

  /** Refusals by reason, in the order of reasons. */
  public Map<ReasonCode, Long> refused() {
    return new EnumMap<>(refused);
  }

  /** What was to be paid for the admissions that stand, in fen. */
  public long payableFen() {
    return standing.values().stream().mapToLong(GateEntry.Grant::payableFen).sum();
  }

  /** The benefit value of the admissions that stand, in fen. */
  public long valueFen() {
    return standing.values().stream().mapToLong(GateEntry.Grant::valueFen).sum();
  }

  /** How the server answered what was uploaded. */
  public UploadCounts answered() {
    return answered;
  }
}
