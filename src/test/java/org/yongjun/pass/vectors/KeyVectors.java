package org.yongjun.pass.vectors;

import static org.yongjun.pass.vectors.RawToken.ISSUED;
import static org.yongjun.pass.vectors.RawToken.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.ReasonCode;

/** Which keys a reader believes, for whom and when. */
final class KeyVectors {
  private final List<Vector> vectors = new ArrayList<>();

  static List<Vector> list() {
    KeyVectors all = new KeyVectors();
    all.addUnknownKeys();
    all.addScopes();
    all.addKeyTimes();
    return all.vectors;
  }

  private void addUnknownKeys() {
    RawToken token = RawToken.dynamic();
    RawToken card = RawToken.card();
    listed("key-list-empty", "密钥列表为空", "The key list is empty", token, List.of());
    listed(
        "key-of-another-number",
        "密钥序号不在列表中",
        "The key's number is not listed",
        token,
        k -> k.sequence = 99);
    listed(
        "key-of-another-issuer",
        "签发机构编号不在列表中",
        "The issuer's number is not listed",
        token,
        k -> k.issuer = 3302);
    for (String purpose : List.of("STATIC", "BUNDLE", "STATUS")) {
      listed(
          "key-purpose-" + lower(purpose),
          "用途为 " + purpose + " 的密钥不能签动态凭证",
          "A key of purpose " + purpose + " signs no device-bound block",
          token,
          k -> k.purpose = purpose);
    }
    for (String purpose : List.of("DYNAMIC", "BUNDLE", "STATUS")) {
      listed(
          "card-key-purpose-" + lower(purpose),
          "用途为 " + purpose + " 的密钥不能签静态卡",
          "A key of purpose " + purpose + " signs no card",
          card,
          k -> k.purpose = purpose);
    }
    Vector removed =
        new Vector(
                "key-removed",
                "密钥从列表删除后，下次同步起即不认识",
                "A key that left the list is unknown from the next synchronisation on")
            .code(token)
            .code(RawToken.dynamic().with(t -> t.counter = 18));
    vectors.add(
        removed
            .again("a")
            .admit(NOW)
            .syncNoKeys(NOW + 10)
            .again("b")
            .refuse(NOW + 10, ReasonCode.UNKNOWN_KEY));
  }

  private void addScopes() {
    Map<String, Boolean> regions =
        new TreeMap<>(Map.of("000000", true, "330000", true, "330100", true));
    regions.putAll(Map.of("330102", false, "330200", false, "320000", false, "320100", false));
    regions.forEach(
        (region, isInside) -> {
          RawToken token = RawToken.dynamic();
          Vector vector =
              new Vector(
                      "key-region-" + region,
                      "户籍地 330100，密钥地区范围 " + region,
                      "Home region 330100 under a key for region " + region)
                  .code(token)
                  .keys(new Listed(token).with(k -> k.region = region));
          vectors.add(isInside ? vector.admit(NOW) : vector.refuse(NOW, ReasonCode.UNKNOWN_KEY));
        });
    listed(
        "key-region-province-home",
        "户籍地只到省级，市级密钥不能签",
        "A home at province level is outside a city's key",
        RawToken.dynamic().with(t -> t.region = 330_000),
        k -> {});
    RawToken both =
        RawToken.dynamic()
            .with(
                t ->
                    t.classes =
                        RawToken.bit(HolderClass.VETERAN)
                            | RawToken.bit(HolderClass.MARTYR_SURVIVOR));
    listed(
        "key-classes-lack-one",
        "密钥的类别范围缺少其中一类",
        "The key's classes lack one of the code's two",
        both,
        k -> k.classes = RawToken.bit(HolderClass.VETERAN));
    listed(
        "key-classes-none",
        "密钥没有任何类别范围",
        "The key is for no class",
        RawToken.dynamic(),
        k -> k.classes = 0);
    vectors.add(
        new Vector("key-classes-exact", "密钥的类别范围恰为码中类别", "The key's classes are exactly the code's")
            .code(both)
            .keys(new Listed(both).with(k -> k.classes = both.classes))
            .admit(NOW));
  }

  /** Three seconds around each of the four ends. */
  private void addKeyTimes() {
    for (int off = -1; off <= 1; off++) {
      long shift = off;
      RawToken shown =
          RawToken.dynamic().with(t -> t.issuedAt = NOW).with(t -> t.time = NOW + shift);
      edge(
          "nbf-now",
          "读码时间与密钥 nbf 相差 ",
          "The reader's time against nbf: ",
          off,
          shown,
          NOW + shift,
          k -> k.notBefore = NOW,
          off >= 0);
      RawToken late = RawToken.dynamic().with(t -> t.time = NOW + shift);
      edge(
          "exp-now",
          "读码时间与密钥 exp 相差 ",
          "The reader's time against exp: ",
          off,
          late,
          NOW + shift,
          k -> {
            k.signUntil = NOW;
            k.expires = NOW;
          },
          off <= 0);
      RawToken issued = RawToken.dynamic().with(t -> t.issuedAt = ISSUED + shift);
      edge(
          "nbf-issued",
          "签发时间与密钥 nbf 相差 ",
          "Issued-at against nbf: ",
          off,
          issued,
          NOW,
          k -> k.notBefore = ISSUED,
          off >= 0);
      edge(
          "sign-until",
          "签发时间与密钥 signUntil 相差 ",
          "Issued-at against signUntil: ",
          off,
          issued,
          NOW,
          k -> k.signUntil = ISSUED,
          off <= 0);
    }
  }

  private void edge(
      String name,
      String zh,
      String en,
      int off,
      RawToken token,
      long now,
      Consumer<Listed> change,
      boolean isInside) {
    String sign = off < 0 ? "minus-1" : off == 0 ? "exact" : "plus-1";
    Vector vector =
        new Vector("key-" + name + "-" + sign, zh + off + " 秒", en + off + " s")
            .code(token)
            .keys(new Listed(token).with(change));
    vectors.add(isInside ? vector.admit(now) : vector.refuse(now, ReasonCode.UNKNOWN_KEY));
  }

  private void listed(String id, String zh, String en, RawToken token, Consumer<Listed> change) {
    listed(id, zh, en, token, List.of(new Listed(token).with(change)));
  }

  private void listed(String id, String zh, String en, RawToken token, List<Listed> keys) {
    vectors.add(
        new Vector(id, zh, en)
            .code(token)
            .keys(keys.toArray(Listed[]::new))
            .refuse(NOW, ReasonCode.UNKNOWN_KEY));
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }
}
