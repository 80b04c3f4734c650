package org.yongjun.pass.offline.gate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yongjun.pass.offline.bundle.JsonText;

/**
 * Taps as {@code POST /v1/taps} takes them: what physically happened and was not answered yet, in
 * the order of the journal. The same taps have the same bytes each time.
 *
 * @param clientIds of the taps, in their order; empty where there is nothing to upload
 * @param throughNumber the journal number of the last tap
 * @param json UTF-8
 */
public record UploadBatch(List<String> clientIds, long throughNumber, byte[] json) {
  /** The most taps that the server takes at once. */
  public static final int TAPS_MAX = 5000;

  public UploadBatch {
    clientIds = List.copyOf(clientIds);
  }

  public boolean isEmpty() {
    return clientIds.isEmpty();
  }

  static UploadBatch of(GateJournal journal, long answeredThrough, int tapsMax) throws IOException {
    if (tapsMax < 1 || tapsMax > TAPS_MAX) {
      throw new IllegalArgumentException("1 to " + TAPS_MAX + " taps");
    }
    List<Object> taps = new ArrayList<>();
    List<String> clientIds = new ArrayList<>();
    long[] last = {answeredThrough};
    journal.read(
        answeredThrough + 1,
        (number, entry) -> {
          Map<String, Object> tap = tap(number, entry);
          if (!tap.isEmpty() && taps.size() < tapsMax) {
            taps.add(tap);
            clientIds.add((String) tap.get("clientId"));
            last[0] = number;
          }
        });
    return new UploadBatch(clientIds, last[0], JsonText.write(Map.of("taps", taps)));
  }

  /** Empty for what is not uploaded. */
  private static Map<String, Object> tap(long number, GateEntry entry) {
    Map<String, Object> tap = new LinkedHashMap<>();
    if (entry instanceof GateEntry.Passed passed) {
      tap.put("kind", passed.direction() == Direction.IN ? "PASS" : "EXIT");
      tap.put("clientId", passed.clientId());
      tap.put("sequence", number);
      tap.put("code", passed.code());
      tap.put("eventTime", passed.timeSeconds());
      GateEntry.Grant grant = passed.grant();
      if (grant != null) {
        tap.put("itemId", grant.itemId());
        tap.put("catalogueVersion", (long) grant.itemVersion());
        tap.put("label", grant.label());
        tap.put("listFen", grant.listFen());
        tap.put("payableFen", grant.payableFen());
        tap.put("valueFen", grant.valueFen());
      }
      tap.put("flags", passed.flags().stream().map(GateFlag::name).sorted().toList());
      tap.put("bundleVersion", passed.bundleVersion());
      if (passed.names() != null) {
        tap.put("names", passed.names());
      }
    } else if (entry instanceof GateEntry.Annulled annulled) {
      tap.put("kind", "ANNUL");
      tap.put("clientId", annulled.clientId());
      tap.put("sequence", number);
      tap.put("eventTime", annulled.timeSeconds());
      tap.put("names", annulled.names());
    }
    return tap;
  }
}
