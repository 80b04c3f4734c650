package org.yongjun.pass.venue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws venues so that anybody who has the seed and the list draws the same: each id is given the
 * HMAC-SHA256 of its ASCII bytes under the seed's, the ids are put in the order of these values as
 * unsigned numbers, then of the ids, and the first n are taken.
 */
public final class InspectionDraw {
  private static final String MAC = "HmacSHA256";

  private InspectionDraw() {}

  /**
   * The first {@code size} in the order of the seed.
   *
   * @param seed printable ASCII, not empty
   */
  public static List<String> draw(String seed, Collection<String> venueIds, int size) {
    Mac mac = mac(seed);
    Map<String, String> orderById = new TreeMap<>();
    for (String id : venueIds) {
      byte[] value = mac.doFinal(id.getBytes(StandardCharsets.US_ASCII));
      orderById.put(id, HexFormat.of().formatHex(value));
    }
    return orderById.entrySet().stream()
        .sorted(Map.Entry.<String, String>comparingByValue(Comparator.naturalOrder()))
        .limit(size)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** SHA-256, in hex, of the ids in ascending order, each followed by a line feed. */
  public static String hash(Collection<String> venueIds) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      venueIds.stream()
          .sorted()
          .forEach(id -> digest.update((id + "\n").getBytes(StandardCharsets.US_ASCII)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Mac mac(String seed) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(seed.getBytes(StandardCharsets.US_ASCII), MAC));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
