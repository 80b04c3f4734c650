package org.yongjun.pass.vectors;

import static org.yongjun.pass.vectors.RawToken.NOW;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.offline.token.Algorithm;

/** Which signatures hold, of issuers and of phones. */
final class SignatureVectors {
  private static final BigInteger ONES = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

  private final List<Vector> vectors = new ArrayList<>();

  static List<Vector> list() {
    SignatureVectors all = new SignatureVectors();
    all.addIssuerSignatures();
    all.addWrongMessages();
    all.addChangesAfterSigning();
    all.addDeviceSignatures();
    all.addDeviceKeys();
    all.addHalves();
    return all.vectors;
  }

  private void addIssuerSignatures() {
    for (Algorithm each : Algorithm.values()) {
      String word = FormVectors.word(each);
      bad(
          "issuer-signature-flipped-" + word,
          each + " 签发签名翻转一位",
          "One bit of an issuer's signature of " + each + " is flipped",
          true,
          RawToken.dynamic(each, Algorithm.P256).with(t -> t.issuerSignatureEdit = flip(40)));
      bad(
          "card-signature-flipped-" + word,
          each + " 静态卡签名翻转一位",
          "One bit of a card's signature of " + each + " is flipped",
          true,
          RawToken.card(each).with(t -> t.issuerSignatureEdit = flip(40)));
      bad(
          "issuer-signature-of-other-key-" + word,
          "由别的 " + each + " 密钥签名",
          "Signed by another key of " + each,
          true,
          RawToken.dynamic(each, Algorithm.P256)
              .with(t -> t.issuerSignatureEdit = new Stranger(t)));
      bad(
          "issuer-signature-zero-" + word,
          each + " 签名全为零",
          "An issuer's signature of zeroes, " + each,
          true,
          RawToken.dynamic(each, Algorithm.P256)
              .with(t -> t.issuerSignatureEdit = s -> new byte[64]));
    }
  }

  private void addWrongMessages() {
    bad(
        "issuer-signature-without-prefix",
        "签名时没有 YJ1cert 前缀",
        "Signed without the prefix YJ1cert",
        true,
        RawToken.dynamic()
            .with(t -> t.issuerMessageEdit = m -> Arrays.copyOfRange(m, 7, m.length)));
    bad(
        "issuer-signature-with-other-prefix",
        "签名时用了 YJ1code 前缀",
        "Signed with the prefix YJ1code",
        true,
        RawToken.dynamic().with(t -> t.issuerMessageEdit = m -> replaced(m, 3, "code")));
    bad(
        "issuer-signature-with-other-user-id",
        "SM2 用户标识不同",
        "SM2 with another user id",
        true,
        RawToken.dynamic()
            .with(
                t ->
                    t.issuerSignatureEdit =
                        s -> t.issuerSigner.signSm2(t.certificateMessage(), "ALICE123@YAHOO.COM")));
    bad(
        "issuer-signature-swapped-halves",
        "r 与 s 互换",
        "r and s exchanged",
        true,
        RawToken.dynamic()
            .with(
                t ->
                    t.issuerSignatureEdit =
                        s ->
                            VectorKey.concat(Arrays.copyOfRange(s, 32, 64), Arrays.copyOf(s, 32))));
    bad(
        "issuer-signature-little-endian",
        "r 和 s 按小端写",
        "r and s little-endian",
        true,
        RawToken.dynamic()
            .with(
                t ->
                    t.issuerSignatureEdit =
                        s -> VectorKey.concat(reversed(s, 0), reversed(s, 32))));
  }

  private void addChangesAfterSigning() {
    bad(
        "issuer-signature-covers-classes",
        "签名之后改了类别",
        "Classes changed after signing",
        true,
        changedAfterSigning(t -> t.classes = RawToken.bit(HolderClass.RETIRED_CADRE)));
    bad(
        "issuer-signature-covers-index",
        "签名之后改了绑定序号",
        "The binding index changed after signing",
        true,
        changedAfterSigning(t -> t.index++));
    bad(
        "issuer-signature-covers-device-key",
        "签名之后换了手机公钥",
        "The device key changed after signing",
        true,
        changedAfterSigning(t -> t.deviceKey = VectorKey.named(Algorithm.P256, "thief").raw()));
    bad(
        "issuer-signature-covers-extension",
        "签名之后改了扩展字节",
        "An extension byte changed after signing",
        true,
        extensionChanged());
    RawToken nibble = RawToken.dynamic(Algorithm.P256, Algorithm.P256);
    vectors.add(
        new Vector(
                "issuer-algorithm-differs-from-listed",
                "签发算法与列表中的密钥不同",
                "The algorithm is not the listed key's")
            .code(nibble)
            .keys(new Listed(nibble).with(k -> k.key = VectorKey.named(Algorithm.SM2, "issuer")))
            .refuse(NOW, ReasonCode.BAD_ISSUER_SIGNATURE));
  }

  private void addDeviceSignatures() {
    for (Algorithm each : Algorithm.values()) {
      String word = FormVectors.word(each);
      bad(
          "device-signature-flipped-" + word,
          each + " 手机签名翻转一位",
          "One bit of a phone's signature of " + each + " is flipped",
          false,
          RawToken.dynamic(Algorithm.SM2, each).with(t -> t.deviceSignatureEdit = flip(40)));
      bad(
          "device-signature-of-other-key-" + word,
          "由别的手机密钥签名，" + each,
          "Signed by another phone's key, " + each,
          false,
          RawToken.dynamic(Algorithm.SM2, each)
              .with(t -> t.deviceSigner = VectorKey.named(each, "thief")));
      bad(
          "device-signature-zero-" + word,
          each + " 手机签名全为零",
          "A phone's signature of zeroes, " + each,
          false,
          RawToken.dynamic(Algorithm.SM2, each)
              .with(t -> t.deviceSignatureEdit = s -> new byte[64]));
    }
    bad(
        "device-signature-without-prefix",
        "手机签名时没有 YJ1code 前缀",
        "Signed without the prefix YJ1code",
        false,
        RawToken.dynamic()
            .with(t -> t.deviceMessageEdit = m -> Arrays.copyOfRange(m, 7, m.length)));
    bad(
        "device-signature-with-other-prefix",
        "手机签名时用了 YJ1cert 前缀",
        "Signed with the prefix YJ1cert",
        false,
        RawToken.dynamic().with(t -> t.deviceMessageEdit = m -> replaced(m, 3, "cert")));
    bad(
        "device-signature-over-block-alone",
        "手机没有签时间和计数器",
        "The phone signed neither time nor counter",
        false,
        RawToken.dynamic().with(t -> t.deviceMessageEdit = m -> Arrays.copyOf(m, m.length - 9)));
    bad(
        "device-signature-of-former-counter",
        "签名之后改了计数器",
        "The counter changed after signing",
        false,
        RawToken.dynamic().with(t -> t.deviceMessageEdit = flip(145)));
    bad(
        "device-signature-of-former-time",
        "签名之后改了时间",
        "The time changed after signing",
        false,
        RawToken.dynamic().with(t -> t.deviceMessageEdit = flip(141)));
    bad(
        "device-signature-with-other-user-id",
        "SM2 用户标识不同",
        "SM2 with an empty user id",
        false,
        RawToken.dynamic(Algorithm.SM2, Algorithm.SM2)
            .with(t -> t.deviceSignatureEdit = s -> t.deviceSigner.signSm2(t.codeMessage(), "")));
  }

  private void addDeviceKeys() {
    for (Algorithm each : Algorithm.values()) {
      String word = FormVectors.word(each);
      bad(
          "device-key-off-curve-" + word,
          each + " 手机公钥不在曲线上",
          "A device key of " + each + " that is no point of its curve",
          false,
          RawToken.dynamic(Algorithm.SM2, each).with(t -> t.deviceKey = VectorKey.offCurve(each)));
      bad(
          "device-key-coordinate-too-large-" + word,
          each + " 手机公钥坐标不小于域素数",
          "A coordinate of at least the field prime, " + each,
          false,
          RawToken.dynamic(Algorithm.SM2, each)
              .with(t -> Arrays.fill(t.deviceKey, 1, 33, (byte) 0xFF)));
    }
    bad(
        "device-key-other-half",
        "手机公钥前缀 02 与 03 互换",
        "Prefix 02 for 03: the point below",
        false,
        RawToken.dynamic().with(t -> t.deviceKey[0] ^= 1));
  }

  /** r and s outside 1 … n − 1 never hold; the other s of ECDSA does. */
  private void addHalves() {
    for (Algorithm each : List.of(Algorithm.P256, Algorithm.SM2)) {
      BigInteger n = VectorKey.order(each);
      Map<String, BigInteger> wrong =
          new TreeMap<>(
              Map.of(
                  "zero",
                  BigInteger.ZERO,
                  "order",
                  n,
                  "order-plus-1",
                  n.add(BigInteger.ONE),
                  "ones",
                  ONES));
      wrong.forEach(
          (name, value) -> {
            halves(each, "r-" + name, 0, value);
            halves(each, "s-" + name, 32, value);
          });
    }
    bad(
        "issuer-signature-s-plus-order-ed25519",
        "Ed25519 的 S 加上群阶",
        "Ed25519 with the group order added to S",
        true,
        RawToken.dynamic(Algorithm.ED25519, Algorithm.P256)
            .with(t -> t.issuerSignatureEdit = SignatureVectors::withOrderAdded));
    bad(
        "device-signature-s-plus-order-ed25519",
        "手机 Ed25519 签名的 S 加上群阶",
        "The same in a phone's signature",
        false,
        RawToken.dynamic(Algorithm.SM2, Algorithm.ED25519)
            .with(t -> t.deviceSignatureEdit = SignatureVectors::withOrderAdded));
    bad(
        "issuer-signature-r-plus-s-is-order-sm2",
        "SM2 的 r+s 等于 n",
        "SM2 with r + s = n",
        true,
        RawToken.dynamic()
            .with(
                t ->
                    t.issuerSignatureEdit =
                        s -> half(s, 32, VectorKey.order(Algorithm.SM2).subtract(number(s, 0)))));
    vectors.add(
        new Vector(
                "device-signature-other-s-p256",
                "ECDSA 的另一个 s（n−s）同样有效",
                "The other s of ECDSA, n − s, holds as well")
            .code(RawToken.dynamic().with(t -> t.deviceSignatureEdit = SignatureVectors::otherS))
            .admit(NOW));
    vectors.add(
        new Vector(
                "issuer-signature-other-s-p256",
                "签发机构 ECDSA 的另一个 s 同样有效",
                "The other s in an issuer's ECDSA signature holds as well")
            .code(
                RawToken.dynamic(Algorithm.P256, Algorithm.P256)
                    .with(t -> t.issuerSignatureEdit = SignatureVectors::otherS))
            .admit(NOW));
  }

  private void halves(Algorithm each, String name, int offset, BigInteger value) {
    String word = FormVectors.word(each);
    String zh = each + " 签名的 " + name.charAt(0) + " 超出 1…n−1：" + name.substring(2);
    String en = each + " with " + name.charAt(0) + " outside 1 … n − 1: " + name.substring(2);
    bad(
        "issuer-signature-" + name + "-" + word,
        zh,
        en,
        true,
        RawToken.dynamic(each, Algorithm.P256)
            .with(t -> t.issuerSignatureEdit = s -> half(s, offset, value)));
    bad(
        "device-signature-" + name + "-" + word,
        "手机：" + zh,
        "Phone: " + en,
        false,
        RawToken.dynamic(Algorithm.SM2, each)
            .with(t -> t.deviceSignatureEdit = s -> half(s, offset, value)));
  }

  /** As signed by somebody else who has the same algorithm. */
  private record Stranger(RawToken token) implements UnaryOperator<byte[]> {
    @Override
    public byte[] apply(byte[] signature) {
      return VectorKey.named(token.issuerSigner.algorithm(), "stranger")
          .sign(token.certificateMessage());
    }
  }

  private static RawToken changedAfterSigning(Consumer<RawToken> change) {
    byte[] signed = RawToken.dynamic().certificateMessage();
    return RawToken.dynamic().with(change).with(t -> t.issuerMessageEdit = m -> signed);
  }

  private static RawToken extensionChanged() {
    byte[] signed = RawToken.dynamic().extended(2).certificateMessage();
    return RawToken.dynamic()
        .extended(2)
        .with(t -> t.extension[1] ^= 1)
        .with(t -> t.issuerMessageEdit = m -> signed);
  }

  private void bad(String id, String zh, String en, boolean isIssuer, RawToken token) {
    ReasonCode reason =
        isIssuer ? ReasonCode.BAD_ISSUER_SIGNATURE : ReasonCode.BAD_DEVICE_SIGNATURE;
    vectors.add(new Vector(id, zh, en).code(token).refuse(NOW, reason));
  }

  private static UnaryOperator<byte[]> flip(int offset) {
    return bytes -> {
      byte[] copy = bytes.clone();
      copy[offset] ^= 1;
      return copy;
    };
  }

  private static byte[] replaced(byte[] bytes, int offset, String text) {
    byte[] copy = bytes.clone();
    for (int i = 0; i < text.length(); i++) {
      copy[offset + i] = (byte) text.charAt(i);
    }
    return copy;
  }

  static byte[] otherS(byte[] signature) {
    return half(signature, 32, VectorKey.order(Algorithm.P256).subtract(number(signature, 32)));
  }

  private static byte[] withOrderAdded(byte[] signature) {
    byte[] bigEndian = VectorKey.concat(new byte[32], reversed(signature, 32));
    byte[] sum = half(bigEndian, 32, number(bigEndian, 32).add(VectorKey.ED25519_ORDER));
    return VectorKey.concat(Arrays.copyOf(signature, 32), reversed(sum, 32));
  }

  private static BigInteger number(byte[] bytes, int offset) {
    return new BigInteger(1, bytes, offset, 32);
  }

  private static byte[] half(byte[] signature, int offset, BigInteger value) {
    byte[] copy = signature.clone();
    for (int i = 0; i < 32; i++) {
      copy[offset + 31 - i] = value.shiftRight(8 * i).byteValue();
    }
    return copy;
  }

  private static byte[] reversed(byte[] bytes, int offset) {
    byte[] reversed = new byte[32];
    for (int i = 0; i < 32; i++) {
      reversed[i] = bytes[offset + 31 - i];
    }
    return reversed;
  }
}
