package org.yongjun.pass.vectors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.offline.token.Algorithm;

/**
 * A token written straight from the specification's tables, without the product's own writer; its
 * fields can hold what the format forbids.
 */
final class RawToken {
  /** 2026-03-01T00:00:00Z. */
  static final long ISSUED = 1_772_323_200L;

  /** When codes are shown unless a vector is about time. */
  static final long NOW = ISSUED + 3_600;

  static final int ISSUER = 3301;
  static final int ALL_CLASSES = 0x3FFF;

  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  private static final HexFormat HEX = HexFormat.of();

  boolean isCard;
  int type = 0x11;
  int issuerNibble;
  int deviceNibble;
  int issuer = ISSUER;
  int sequence;
  long index = 1_000_042;
  int classes = bit(HolderClass.VETERAN);
  int attributes;
  int region = 330_100;
  long issuedAt = ISSUED;
  int lifetime = 1_440;
  int window = 60;
  int flags = 2;
  long tag = 0x5be1c0de00c0ffeeL;
  byte[] deviceKey = new byte[0];
  int extensionLength;
  byte[] extension = new byte[0];
  int codeFlags;
  long time = NOW;
  long counter = 17;

  VectorKey issuerSigner;
  VectorKey deviceSigner;
  UnaryOperator<byte[]> issuerMessageEdit = UnaryOperator.identity();
  UnaryOperator<byte[]> deviceMessageEdit = UnaryOperator.identity();
  UnaryOperator<byte[]> issuerSignatureEdit = UnaryOperator.identity();
  UnaryOperator<byte[]> deviceSignatureEdit = UnaryOperator.identity();

  private RawToken(Algorithm issuer, Algorithm device) {
    issuerSigner = VectorKey.named(issuer, "issuer");
    deviceSigner = VectorKey.named(device, "phone");
    issuerNibble = issuer.id();
    sequence = issuer.id();
  }

  static RawToken dynamic(Algorithm issuer, Algorithm device) {
    RawToken token = new RawToken(issuer, device);
    token.deviceNibble = device.id();
    token.deviceKey = token.deviceSigner.raw();
    return token;
  }

  /** The usual pair: SM2 for issuers, P-256 for phones. */
  static RawToken dynamic() {
    return dynamic(Algorithm.SM2, Algorithm.P256);
  }

  static RawToken card(Algorithm issuer) {
    RawToken token = new RawToken(issuer, Algorithm.P256);
    token.isCard = true;
    token.type = 0x12;
    token.sequence = 10 + issuer.id();
    token.index = 1_000_043;
    token.lifetime = 8_760;
    token.window = 0;
    token.flags = 0;
    return token;
  }

  static RawToken card() {
    return card(Algorithm.SM2);
  }

  RawToken with(Consumer<RawToken> change) {
    change.accept(this);
    return this;
  }

  /** With n extension bytes 0xE0, 0xE1 … */
  RawToken extended(int n) {
    extensionLength = n;
    extension = new byte[n];
    for (int i = 0; i < n; i++) {
      extension[i] = (byte) (0xE0 + i);
    }
    return this;
  }

  /** Every byte that the issuer signs. */
  byte[] unsigned() {
    ByteBuffer out = ByteBuffer.allocate(33 + deviceKey.length + extension.length);
    out.put((byte) type).put((byte) (issuerNibble << 4 | deviceNibble));
    out.putShort((short) issuer).putShort((short) sequence).putInt((int) index);
    out.putShort((short) classes).put((byte) attributes);
    out.put((byte) (region >>> 16)).putShort((short) region);
    out.putInt((int) issuedAt).putShort((short) lifetime).put((byte) window).put((byte) flags);
    out.putLong(tag).put(deviceKey).put((byte) extensionLength).put(extension);
    return out.array();
  }

  byte[] certificateMessage() {
    return VectorKey.concat(ascii("YJ1cert"), unsigned());
  }

  byte[] block() {
    byte[] signature = issuerSigner.sign(issuerMessageEdit.apply(certificateMessage()));
    return VectorKey.concat(unsigned(), issuerSignatureEdit.apply(signature));
  }

  byte[] codeMessage() {
    return VectorKey.concat(ascii("YJ1code"), unsignedCode());
  }

  /** The bytes behind the QR code's text. */
  byte[] code() {
    if (isCard) {
      return block();
    }
    byte[] signature = deviceSigner.sign(deviceMessageEdit.apply(codeMessage()));
    return VectorKey.concat(unsignedCode(), deviceSignatureEdit.apply(signature));
  }

  String text() {
    return text(code());
  }

  /** The text of any bytes, of any length. */
  static String text(byte[] bytes) {
    StringBuilder text = new StringBuilder("YJ1:");
    for (int i = 0; i < bytes.length; i += 2) {
      boolean isPair = i + 1 < bytes.length;
      int value = isPair ? (bytes[i] & 0xFF) * 256 + (bytes[i + 1] & 0xFF) : bytes[i] & 0xFF;
      for (int digit = 0; digit < (isPair ? 3 : 2); digit++) {
        text.append(ALPHABET.charAt(value % 45));
        value /= 45;
      }
    }
    return text.toString();
  }

  boolean needsStaff() {
    return isCard || (flags & 4) != 0;
  }

  /** Every form of a well-formed code, as a vector carries them. */
  Map<String, Object> forms(String id) {
    Map<String, Object> forms = new LinkedHashMap<>();
    forms.put("id", id);
    forms.put("fields", fields());
    forms.put("blockHex", HEX.formatHex(block()));
    forms.put("certificateMessageHex", HEX.formatHex(certificateMessage()));
    if (!isCard) {
      forms.put("codeMessageHex", HEX.formatHex(codeMessage()));
    }
    forms.put("codeHex", HEX.formatHex(code()));
    forms.put("text", text());
    return forms;
  }

  /** The class's place in the set of sixteen bits. */
  static int bit(HolderClass each) {
    return 1 << each.ordinal();
  }

  static List<String> classNames(int bits) {
    List<String> names = new ArrayList<>();
    for (HolderClass each : HolderClass.values()) {
      if ((bits & bit(each)) != 0) {
        names.add(each.name());
      }
    }
    return names;
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", isCard ? "STATIC_CARD" : "DEVICE_BOUND");
    fields.put("issuerAlgorithm", Algorithm.findById(issuerNibble).orElseThrow().name());
    if (!isCard) {
      fields.put("deviceAlgorithm", Algorithm.findById(deviceNibble).orElseThrow().name());
    }
    fields.put("keyId", "%04x%04x".formatted(issuer, sequence));
    fields.put("issuer", issuer);
    fields.put("bindingIndex", index);
    fields.put("classes", classNames(classes));
    fields.put("disabilityGrade", attributes & 15);
    fields.put("meritClass", attributes >> 4);
    fields.put("homeRegion", "%06d".formatted(region));
    fields.put("issuedAt", issuedAt);
    fields.put("lifetimeHours", lifetime);
    fields.put("window", window);
    fields.put("keyCustody", List.of("SOFTWARE", "TEE", "SECURE_ELEMENT").get(flags & 3));
    fields.put("photoCheck", (flags & 4) != 0);
    fields.put("holderTag", HEX.toHexDigits(tag));
    if (!isCard) {
      fields.put("deviceKeyHex", HEX.formatHex(deviceKey));
    }
    fields.put("extensionHex", HEX.formatHex(extension));
    fields.put("issuerSignatureHex", HEX.formatHex(last64(block())));
    if (!isCard) {
      fields.put("time", time);
      fields.put("counter", counter);
      fields.put("deviceSignatureHex", HEX.formatHex(last64(code())));
    }
    return fields;
  }

  private byte[] unsignedCode() {
    byte[] block = block();
    ByteBuffer out = ByteBuffer.allocate(block.length + 9);
    return out.put(block).put((byte) codeFlags).putInt((int) time).putInt((int) counter).array();
  }

  private static byte[] last64(byte[] bytes) {
    return Arrays.copyOfRange(bytes, bytes.length - 64, bytes.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
