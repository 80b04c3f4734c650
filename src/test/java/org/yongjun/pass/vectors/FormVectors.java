package org.yongjun.pass.vectors;

import static org.yongjun.pass.vectors.RawToken.NOW;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.offline.token.Algorithm;

/** What codes may look like, and every way in which they may not. */
final class FormVectors {
  private final List<Vector> vectors = new ArrayList<>();

  static List<Vector> list() {
    FormVectors all = new FormVectors();
    all.addPairs();
    all.addExtensions();
    all.addClasses();
    all.addEnds();
    all.addReservedBits();
    all.addValues();
    all.addLengths();
    all.addTexts();
    return all.vectors;
  }

  private void addPairs() {
    for (Algorithm issuer : Algorithm.values()) {
      for (Algorithm device : Algorithm.values()) {
        valid(
            "pair-" + word(issuer) + "-" + word(device),
            "签发机构用 " + issuer + "、手机用 " + device + " 签名的动态码",
            "A dynamic code signed by an issuer with " + issuer + " and a phone with " + device,
            RawToken.dynamic(issuer, device));
      }
      valid(
          "card-" + word(issuer),
          "签发机构用 " + issuer + " 签名的静态卡，由工作人员核对照片",
          "A static card signed with " + issuer + "; staff compare the photo",
          RawToken.card(issuer));
    }
  }

  private void addExtensions() {
    for (int n : new int[] {1, 2, 31, 32}) {
      valid(
          "extension-" + n,
          "动态码带 " + n + " 字节扩展，读码器忽略其内容",
          "A dynamic code with extension bytes, " + n + ": ignored, and signed",
          RawToken.dynamic().extended(n));
    }
    for (int n : new int[] {1, 32}) {
      valid(
          "card-extension-" + n,
          "静态卡带 " + n + " 字节扩展",
          "A static card with extension bytes, " + n,
          RawToken.card().extended(n));
    }
    malformed(
        "extension-33",
        "扩展超过 32 字节",
        "More than 32 extension bytes",
        RawToken.dynamic().extended(33));
    malformed(
        "card-extension-33",
        "静态卡扩展超过 32 字节",
        "A card with more than 32 extension bytes",
        RawToken.card().extended(33));
    malformed(
        "extension-announced-and-missing",
        "扩展长度为 1，却没有扩展字节",
        "The extension length says 1 and no such byte is there",
        RawToken.dynamic().with(t -> t.extensionLength = 1));
    malformed(
        "extension-not-announced",
        "扩展长度为 0，却多出一个字节",
        "The extension length says 0 and one byte is there",
        RawToken.dynamic().with(t -> t.extension = new byte[1]));
    malformed(
        "extension-length-255",
        "扩展长度字段为 255",
        "The extension length says 255",
        RawToken.dynamic().with(t -> t.extensionLength = 255));
  }

  private void addClasses() {
    for (HolderClass each : HolderClass.values()) {
      int region = each == HolderClass.SERVICEPERSON ? 330_000 : 330_100;
      RawToken token =
          RawToken.dynamic().with(t -> t.classes = RawToken.bit(each)).with(t -> t.region = region);
      vectors.add(
          new Vector(
                  "class-" + word(each),
                  "优待对象类别位 " + each.ordinal() + "：" + each,
                  "Class bit " + each.ordinal() + " is " + each)
              .code(token)
              .keys(new Listed(token).with(k -> k.region = "330000"))
              .admit(NOW));
    }
    valid(
        "class-all",
        "一人具有全部十四种类别",
        "All fourteen classes at once",
        RawToken.dynamic().with(t -> t.classes = RawToken.ALL_CLASSES));
    valid(
        "class-none",
        "没有任何类别位：码本身有效，是否优待由项目规则决定",
        "No class at all: the code holds, and benefits decide the rest",
        RawToken.dynamic().with(t -> t.classes = 0));
  }

  private void addEnds() {
    valid("index-least", "绑定序号为 0", "Binding index 0", RawToken.dynamic().with(t -> t.index = 0));
    valid(
        "index-most",
        "绑定序号为最大值",
        "The highest binding index",
        RawToken.dynamic().with(t -> t.index = 0xFFFF_FFFFL));
    valid("counter-least", "计数器为 0", "Counter 0", RawToken.dynamic().with(t -> t.counter = 0));
    valid(
        "counter-most",
        "计数器为最大值",
        "The highest counter",
        RawToken.dynamic().with(t -> t.counter = 0xFFFF_FFFFL));
    valid(
        "tag-of-zeroes",
        "持证人标签全为零",
        "A holder tag of zeroes",
        RawToken.dynamic().with(t -> t.tag = 0));
    valid(
        "attributes-most",
        "残疾等级 10、立功等次 3",
        "Disability grade 10 and merit class 3",
        RawToken.dynamic().with(t -> t.attributes = 3 << 4 | 10));
    valid(
        "attributes-least",
        "残疾等级 1、立功等次 1",
        "Disability grade 1 and merit class 1",
        RawToken.dynamic().with(t -> t.attributes = 1 << 4 | 1));
    valid(
        "lifetime-most",
        "有效期 65535 小时",
        "A lifetime of 65535 hours",
        RawToken.dynamic().with(t -> t.lifetime = 65_535));
    List<String> custodies = List.of("software", "tee", "secure-element");
    for (int i = 0; i < custodies.size(); i++) {
      int custody = i;
      valid(
          "custody-" + custodies.get(i),
          "密钥保管方式 " + i,
          "Key custody " + i,
          RawToken.dynamic().with(t -> t.flags = custody));
    }
    RawToken last = RawToken.dynamic().with(t -> t.region = 999_999);
    vectors.add(
        new Vector("region-most", "户籍地代码为 999999", "Home region 999999")
            .code(last)
            .keys(new Listed(last).with(k -> k.region = "000000"))
            .admit(NOW));
  }

  private void addReservedBits() {
    for (int bit : new int[] {14, 15}) {
      reserved("class-bit-" + bit, "类别位 " + bit, "class bit " + bit, t -> t.classes |= 1 << bit);
    }
    for (int bit : new int[] {6, 7}) {
      reserved(
          "attribute-bit-" + bit,
          "属性位 " + bit,
          "attribute bit " + bit,
          t -> t.attributes |= 1 << bit);
    }
    for (int bit = 3; bit < 8; bit++) {
      int set = bit;
      reserved("flag-bit-" + bit, "标志位 " + bit, "flag bit " + bit, t -> t.flags |= 1 << set);
    }
    for (int bit = 0; bit < 8; bit++) {
      int set = bit;
      malformed(
          "reserved-code-flag-bit-" + bit,
          "动态码标志位 " + bit + " 被置位",
          "Code flag bit " + bit + " is set",
          RawToken.dynamic().with(t -> t.codeFlags = 1 << set));
    }
  }

  private void reserved(String name, String zh, String en, Consumer<RawToken> change) {
    malformed(
        "reserved-" + name,
        "保留的" + zh + "被置位",
        "Reserved " + en + " is set",
        RawToken.dynamic().with(change));
    malformed(
        "card-reserved-" + name,
        "静态卡上保留的" + zh + "被置位",
        "Reserved " + en + " is set on a card",
        RawToken.card().with(change));
  }

  private void addValues() {
    for (int grade = 11; grade < 16; grade++) {
      int set = grade;
      malformed(
          "grade-" + grade,
          "残疾等级 " + grade + " 不存在",
          "There is no disability grade " + grade,
          RawToken.dynamic().with(t -> t.attributes = set));
    }
    value(
        "region-1000000",
        "户籍地代码大于 999999",
        "A home region above 999999",
        t -> t.region = 1_000_000);
    value("region-ffffff", "户籍地代码各位全为一", "A home region of ones", t -> t.region = 0xFFFFFF);
    value("lifetime-0", "有效期为 0", "A lifetime of 0", t -> t.lifetime = 0);
    value("custody-3", "密钥保管方式 3", "Key custody 3", t -> t.flags = 3);
    for (int nibble : new int[] {0, 4, 15}) {
      value(
          "issuer-algorithm-" + nibble,
          "签发算法编号 " + nibble,
          "Issuer algorithm " + nibble,
          t -> t.issuerNibble = nibble);
      malformed(
          "device-algorithm-" + nibble,
          "手机算法编号 " + nibble,
          "Device algorithm " + nibble,
          RawToken.dynamic().with(t -> t.deviceNibble = nibble));
    }
    malformed(
        "window-0",
        "动态码时间窗为 0",
        "A window of 0 in a dynamic code",
        RawToken.dynamic().with(t -> t.window = 0));
    malformed(
        "card-window-60",
        "静态卡带时间窗",
        "A card with a window",
        RawToken.card().with(t -> t.window = 60));
    malformed(
        "card-device-algorithm-2",
        "静态卡带手机算法",
        "A card with a device algorithm",
        RawToken.card().with(t -> t.deviceNibble = 2));
    for (int type : new int[] {0x00, 0x10, 0x13, 0x91, 0xFF}) {
      malformed(
          "type-%02x".formatted(type),
          "未知的凭证块类型",
          "Unknown type %02x".formatted(type),
          RawToken.dynamic().with(t -> t.type = type));
    }
    malformed(
        "type-of-card-on-dynamic-code",
        "动态码标为静态卡类型",
        "A dynamic code that calls itself a card",
        RawToken.dynamic().with(t -> t.type = 0x12));
    malformed(
        "type-of-dynamic-code-on-card",
        "静态卡标为动态码类型",
        "A card that calls itself device-bound",
        RawToken.card().with(t -> t.type = 0x11));
    prefix(Algorithm.ED25519, 1, 2, 255);
    prefix(Algorithm.P256, 0, 1, 4);
    prefix(Algorithm.SM2, 0, 1, 4);
  }

  private void value(String name, String zh, String en, Consumer<RawToken> change) {
    malformed(name, zh, en, RawToken.dynamic().with(change));
    malformed("card-" + name, "静态卡：" + zh, en + ", on a card", RawToken.card().with(change));
  }

  private void prefix(Algorithm device, int... prefixes) {
    for (int each : prefixes) {
      malformed(
          "device-key-%s-prefix-%02x".formatted(word(device), each),
          device + " 手机公钥前缀不符",
          "A device key of " + device + " that begins with %02x".formatted(each),
          RawToken.dynamic(Algorithm.SM2, device).with(t -> t.deviceKey[0] = (byte) each));
    }
  }

  private void addLengths() {
    byte[] code = RawToken.dynamic().code();
    byte[] card = RawToken.card().code();
    bytes("length-0", "没有任何字节", "No byte at all", new byte[0]);
    bytes("length-1", "只有类型字节", "The type byte alone", Arrays.copyOf(code, 1));
    bytes("length-65", "在扩展长度字节之前截断", "Cut before the extension length", Arrays.copyOf(code, 65));
    bytes(
        "length-130",
        "只有凭证块，没有动态部分",
        "The block without the phone's part",
        Arrays.copyOf(code, 130));
    bytes(
        "length-202", "动态码少一个字节", "A dynamic code without its last byte", Arrays.copyOf(code, 202));
    bytes(
        "length-204", "动态码多一个字节", "A dynamic code with a byte too many", Arrays.copyOf(code, 204));
    bytes("card-length-96", "静态卡少一个字节", "A card without its last byte", Arrays.copyOf(card, 96));
    bytes("card-length-98", "静态卡多一个字节", "A card with a byte too many", Arrays.copyOf(card, 98));
    bytes(
        "card-with-dynamic-part",
        "静态卡后面接动态部分",
        "A card with a phone's part behind it",
        Arrays.copyOf(card, 170));
    bytes("length-5000", "远长于任何码", "Far longer than any code", Arrays.copyOf(code, 5_000));
  }

  private void addTexts() {
    String text = RawToken.dynamic().text();
    String body = text.substring(4);
    text("prefix-lower-case", "前缀小写", "The prefix in lower case", "yj1:" + body);
    text("prefix-other-version", "其他版本的前缀", "The prefix of another version", "YJ2:" + body);
    text("prefix-other-format", "其他二维码格式的前缀", "The prefix of another format", "HC1:" + body);
    text("prefix-without-colon", "前缀缺冒号", "The prefix without its colon", "YJ1" + body);
    text("prefix-missing", "没有前缀", "No prefix", body);
    text("prefix-after-space", "前缀前有空格", "A space before the prefix", " " + text);
    text("text-empty", "空文本", "An empty text", "");
    text(
        "text-lower-case",
        "Base45 部分为小写",
        "Base45 in lower case",
        "YJ1:" + body.toLowerCase(Locale.ROOT));
    text("text-line-feed", "末尾有换行", "A line feed at the end", text + "\n");
    text("text-two-spaces", "末尾有两个空格", "Two spaces at the end", text + "  ");
    text(
        "text-underscore",
        "含字母表外的字符",
        "A character that is not of the alphabet",
        "YJ1:_" + body.substring(1));
    text("text-full-width-digit", "含全角数字", "A full-width digit", "YJ1:０" + body.substring(1));
    text(
        "text-one-left-over",
        "余下一个字符",
        "One character is left over",
        text.substring(0, text.length() - 1));
    text(
        "text-group-of-three-too-large",
        "三字符组大于 65535",
        "A group of three above 65535",
        "YJ1::::" + body.substring(3));
    text(
        "text-group-65536",
        "三字符组恰为 65536",
        "A group of three that is 65536",
        "YJ1:GGW" + body.substring(3));
    text(
        "text-group-of-two-too-large",
        "二字符组大于 255",
        "A group of two above 255",
        text.substring(0, text.length() - 2) + "::");
    text(
        "text-group-256",
        "二字符组恰为 256",
        "A group of two that is 256",
        text.substring(0, text.length() - 2) + "V5");
    text(
        "text-short-code",
        "联网短码不是凭证",
        "A short code is no token: only the server can read it",
        "70123456789012345676");
  }

  private void valid(String id, String zh, String en, RawToken token) {
    vectors.add(new Vector(id, zh, en).code(token).admit(NOW));
  }

  private void malformed(String id, String zh, String en, RawToken token) {
    bytes(id, zh, en, token.code());
  }

  private void bytes(String id, String zh, String en, byte[] code) {
    refused(id, zh, en, vector -> vector.malformed(code));
  }

  private void text(String id, String zh, String en, String text) {
    refused(id, zh, en, vector -> vector.text(text));
  }

  private void refused(String id, String zh, String en, Consumer<Vector> put) {
    Vector vector = new Vector("malformed-" + id, zh, en).keys(keys());
    put.accept(vector);
    vectors.add(vector.refuse(NOW, ReasonCode.MALFORMED));
  }

  /** A reader that would admit the token, were it one. */
  private static Listed[] keys() {
    return new Listed[] {new Listed(RawToken.dynamic()), new Listed(RawToken.card())};
  }

  static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
