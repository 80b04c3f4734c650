package org.yongjun.pass.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * What the order of the token specification answers to bytes of which something was changed: read
 * by field offset from the specification's tables, with the published key list, and without the
 * product's parser. It knows codes whose extension is empty and whose certificate is in time.
 */
final class ExpectedReason {
  private static final int CODE_LENGTH = 203;
  private static final int CARD_LENGTH = 97;

  /** The index 0 stands for no algorithm. */
  private static final String[] CURVES = {"", "Ed25519", "P-256", "SM2"};

  private final OutsideKeys keys;
  private final long nowSeconds;

  ExpectedReason(OutsideKeys keys, long nowSeconds) {
    this.keys = keys;
    this.nowSeconds = nowSeconds;
  }

  /**
   * The first step that fails.
   *
   * @param original a good code or card
   * @param changed the same with something changed
   */
  String of(byte[] original, byte[] changed) {
    if (isMalformed(changed)) {
      return "MALFORMED";
    }
    int blockLength = changed[0] == 0x11 ? 130 : CARD_LENGTH;
    String issuer = refuseIssuer(original, changed, blockLength);
    if (!issuer.isEmpty()) {
      return issuer;
    }
    long time = uint(changed, 131, 4);
    if (time > nowSeconds + 15) {
      return "CLOCK_AHEAD";
    }
    return nowSeconds > time + 60 ? "STALE_CODE" : "BAD_DEVICE_SIGNATURE";
  }

  private String refuseIssuer(byte[] original, byte[] changed, int blockLength) {
    String kid = HexFormat.of().formatHex(changed, 2, 6);
    JsonNode key = null;
    for (JsonNode each : keys.list().get("keys")) {
      key = each.get("kid").textValue().equals(kid) ? each : key;
    }
    String purpose = changed[0] == 0x11 ? "DYNAMIC" : "STATIC";
    long issuedAt = uint(changed, 16, 4);
    if (key == null
        || !key.get("purpose").textValue().equals(purpose)
        || issuedAt < key.get("nbf").longValue()
        || issuedAt > key.get("signUntil").longValue()) {
      return "UNKNOWN_KEY";
    }
    boolean isChanged =
        !ByteBuffer.wrap(original, 0, blockLength).equals(head(changed, blockLength));
    boolean isOtherAlgorithm = !key.get("crv").textValue().equals(CURVES[changed[1] >> 4 & 0x0F]);
    return isChanged || isOtherAlgorithm ? "BAD_ISSUER_SIGNATURE" : "";
  }

  /** Everything that the specification calls malformed, field by field. */
  private static boolean isMalformed(byte[] code) {
    boolean isDevice = code.length == CODE_LENGTH && code[0] == 0x11;
    boolean isCard = code.length == CARD_LENGTH && code[0] == 0x12;
    if (!isDevice && !isCard) {
      return true;
    }
    int issuer = code[1] >> 4 & 0x0F;
    int device = code[1] & 0x0F;
    if (issuer < 1 || issuer > 3 || (isCard ? device != 0 : device < 1 || device > 3)) {
      return true;
    }
    boolean isBad =
        (code[10] & 0xC0) != 0
            || (code[12] & 0xC0) != 0
            || (code[12] & 0x0F) > 10
            || uint(code, 13, 3) > 999_999
            || uint(code, 20, 2) == 0
            || (code[22] == 0) != isCard
            || (code[23] & 0xF8) != 0
            || (code[23] & 0x03) == 3;
    if (isBad || isCard) {
      return isBad || code[32] != 0;
    }
    boolean isPrefix = device == 1 ? code[32] == 0 : code[32] == 2 || code[32] == 3;
    return !isPrefix || code[65] != 0 || code[130] != 0;
  }

  private static ByteBuffer head(byte[] bytes, int length) {
    return ByteBuffer.wrap(bytes, 0, length);
  }

  private static long uint(byte[] bytes, int offset, int length) {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | bytes[offset + i] & 0xFF;
    }
    return value;
  }
}
