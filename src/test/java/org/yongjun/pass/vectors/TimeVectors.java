package org.yongjun.pass.vectors;

import static org.yongjun.pass.vectors.Listed.DAY;
import static org.yongjun.pass.vectors.RawToken.ISSUER;
import static org.yongjun.pass.vectors.RawToken.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.yongjun.pass.kernel.ReasonCode;

/** Every boundary in time: the second before it, the second itself and the second after. */
final class TimeVectors {
  private static final long HOUR = 3_600;

  private final List<Vector> vectors = new ArrayList<>();

  static List<Vector> list() {
    TimeVectors all = new TimeVectors();
    all.addCertificateTimes();
    all.addCodeTimes();
    all.addStatusAges();
    all.addStatusLists();
    all.addLateTimes();
    return all.vectors;
  }

  private void addCertificateTimes() {
    around(
        "issued-ahead",
        "签发时间比读码时间晚 15 秒",
        "Issued 15 s after the reader's time",
        ReasonCode.NOT_YET_VALID,
        (vector, off) -> vector.code(RawToken.dynamic().with(t -> t.issuedAt = NOW + 15 + off)));
    around(
        "card-issued-ahead",
        "静态卡签发时间比读码时间晚 15 秒",
        "A card issued 15 s after the reader's time",
        ReasonCode.NOT_YET_VALID,
        (vector, off) -> vector.code(RawToken.card().with(t -> t.issuedAt = NOW + 15 + off)));
    around(
        "expiry",
        "距有效期结束 1 秒",
        "One second before the lifetime ends",
        ReasonCode.EXPIRED,
        (vector, off) -> vector.code(expiring(RawToken.dynamic(), off)));
    around(
        "card-expiry",
        "静态卡距有效期结束 1 秒",
        "One second before a card's lifetime ends",
        ReasonCode.EXPIRED,
        (vector, off) -> vector.code(expiring(RawToken.card(), off)));
  }

  /** At offset 0 the reader's time is the last second of one hour; at 1 the lifetime has ended. */
  private static RawToken expiring(RawToken token, long off) {
    return token.with(t -> t.lifetime = 1).with(t -> t.issuedAt = NOW - HOUR + 1 - off);
  }

  private void addCodeTimes() {
    around(
        "code-ahead",
        "码时间比读码时间晚 15 秒",
        "Code time 15 s after the reader's",
        ReasonCode.CLOCK_AHEAD,
        (vector, off) -> vector.code(RawToken.dynamic().with(t -> t.time = NOW + 15 + off)));
    for (int window : new int[] {1, 60, 255}) {
      around(
          "window-" + window,
          "码时间比读码时间早 " + window + " 秒，时间窗 " + window + " 秒",
          "Code time " + window + " s before the reader's with a window of " + window + " s",
          ReasonCode.STALE_CODE,
          (vector, off) ->
              vector.code(
                  RawToken.dynamic()
                      .with(t -> t.window = window)
                      .with(t -> t.time = NOW - window - off)));
    }
    one(
        "code-time-0",
        "码时间为 0",
        "Code time 0",
        ReasonCode.STALE_CODE,
        RawToken.dynamic().with(t -> t.time = 0));
    one(
        "code-time-most",
        "码时间为最大值",
        "The highest code time",
        ReasonCode.CLOCK_AHEAD,
        RawToken.dynamic().with(t -> t.time = 0xFFFF_FFFFL));
    one(
        "issued-at-before-key",
        "签发时间为 0，早于密钥",
        "Issued at 0, before its key",
        ReasonCode.UNKNOWN_KEY,
        RawToken.dynamic().with(t -> t.issuedAt = 0));
    RawToken early = RawToken.dynamic().with(t -> t.issuedAt = NOW + 5).with(t -> t.time = NOW);
    vectors.add(
        new Vector(
                "code-time-before-issued-at",
                "码时间早于签发时间但在时间窗内，应放行",
                "A code time before issued-at is no fault of its own")
            .code(early)
            .admit(NOW));
  }

  /** The two ages of a list, and the age up to which a certificate needs none. */
  private void addStatusAges() {
    for (long off = -1; off <= 1; off++) {
      long age = 24 * HOUR + off;
      Vector vector =
          new Vector(
                  "list-age-24h" + suffix(off),
                  "状态列表已签发 24 小时" + words(off),
                  "A status list of 24 hours" + wordsEn(off))
              .code(oldCertificate())
              .list(ISSUER, NOW - age);
      vectors.add((off > 0 ? vector.aged() : vector).admit(NOW));
      Vector old =
          new Vector(
                  "list-age-72h" + suffix(off),
                  "状态列表已签发 72 小时" + words(off),
                  "A status list of 72 hours" + wordsEn(off))
              .code(oldCertificate())
              .list(ISSUER, NOW - 3 * DAY - off);
      vectors.add(off > 0 ? old.refuse(NOW, ReasonCode.STATUS_TOO_OLD) : old.aged().admit(NOW));
      long issuedAt = NOW - 2 * DAY - off;
      RawToken token = RawToken.dynamic().with(t -> t.issuedAt = issuedAt);
      Vector young =
          new Vector(
                  "old-list-certificate-48h" + suffix(off),
                  "列表超过 72 小时，凭证已签发 48 小时" + words(off),
                  "A list over 72 hours; a certificate of 48 hours" + wordsEn(off))
              .code(token)
              .list(ISSUER, NOW - 3 * DAY - 1);
      vectors.add(off < 0 ? young.aged().admit(NOW) : young.refuse(NOW, ReasonCode.STATUS_TOO_OLD));
    }
  }

  private void addStatusLists() {
    RawToken card = RawToken.card().with(t -> t.issuedAt = NOW - 10 * DAY);
    vectors.add(
        new Vector("card-list-too-old", "静态卡：状态列表超过 72 小时", "A card under a list over 72 hours")
            .code(card)
            .list(ISSUER, NOW - 4 * DAY)
            .refuse(NOW, ReasonCode.STATUS_TOO_OLD));
    vectors.add(
        new Vector(
                "card-list-aged",
                "静态卡：状态列表 25 小时，放行并标记",
                "A card under a list of 25 hours is admitted and flagged")
            .code(RawToken.card())
            .list(ISSUER, NOW - 25 * HOUR)
            .aged()
            .admit(NOW));
    vectors.add(
        new Vector(
                "list-of-the-future",
                "状态列表签发时间晚于读码器时钟",
                "A list issued after the reader's time counts as new")
            .code(RawToken.dynamic())
            .list(ISSUER, NOW + HOUR)
            .admit(NOW));
    vectors.add(
        new Vector(
                "list-missing-new-certificate",
                "没有该机构的状态列表，新签发的凭证也不放行",
                "No list of the issuer: not even a new certificate is admitted")
            .code(RawToken.dynamic())
            .noList()
            .refuse(NOW, ReasonCode.STATUS_TOO_OLD));
    vectors.add(
        new Vector(
                "list-missing-old-certificate",
                "没有该机构的状态列表，较早签发的凭证不放行",
                "No list of the issuer: an older certificate is not admitted")
            .code(oldCertificate())
            .noList()
            .refuse(NOW, ReasonCode.STATUS_TOO_OLD));
    vectors.add(
        new Vector(
                "list-of-other-issuer-only", "只有别的机构的状态列表", "Only another issuer's list is there")
            .code(oldCertificate())
            .list(3302, NOW)
            .refuse(NOW, ReasonCode.STATUS_TOO_OLD));
    Vector renewed =
        new Vector(
                "list-too-old-then-synchronised",
                "列表过旧被拒，同步后放行",
                "Refused by an old list, admitted after a synchronisation")
            .code(oldCertificate())
            .list(ISSUER, NOW - 4 * DAY);
    vectors.add(renewed.refuse(NOW, ReasonCode.STATUS_TOO_OLD).syncList(NOW + 10).admit(NOW + 10));
  }

  /** Issued 48 hours before it is shown, so that it needs a list. */
  private static RawToken oldCertificate() {
    return RawToken.dynamic().with(t -> t.issuedAt = NOW - 2 * DAY);
  }

  /** Times above 2³¹ − 1 are times like any other. */
  private void addLateTimes() {
    long late = 2_500_000_000L;
    RawToken token =
        RawToken.dynamic().with(t -> t.issuedAt = late - HOUR).with(t -> t.time = late);
    vectors.add(
        new Vector("time-after-2038", "2038 年以后的时间", "A time after the year 2038")
            .code(token)
            .keys(
                new Listed(token)
                    .with(
                        k -> {
                          k.signUntil = late;
                          k.expires = late;
                        }))
            .admit(late));
    vectors.add(
        new Vector("time-after-2038-stale", "2038 年以后过时的码", "A stale code after the year 2038")
            .code(
                RawToken.dynamic()
                    .with(t -> t.issuedAt = late - HOUR)
                    .with(t -> t.time = late - 61))
            .keys(
                new Listed(token)
                    .with(
                        k -> {
                          k.signUntil = late;
                          k.expires = late;
                        }))
            .refuse(late, ReasonCode.STALE_CODE));
    vectors.add(
        new Vector("lifetime-most-ends", "有效期 65535 小时后过期", "65535 hours end as well")
            .code(
                RawToken.dynamic()
                    .with(t -> t.lifetime = 65_535)
                    .with(t -> t.issuedAt = NOW - 65_535 * HOUR))
            .keys(new Listed(RawToken.dynamic()).with(k -> k.notBefore = 0))
            .refuse(NOW, ReasonCode.EXPIRED));
  }

  /** One second inside, exact, and one second beyond; beyond has the reason. */
  private void around(
      String name, String zh, String en, ReasonCode beyond, BiFunction<Vector, Long, Vector> put) {
    for (long off = -1; off <= 1; off++) {
      Vector vector =
          put.apply(
              new Vector("time-" + name + suffix(off), zh + words(off), en + wordsEn(off)), off);
      vectors.add(off <= 0 ? vector.admit(NOW) : vector.refuse(NOW, beyond));
    }
  }

  private void one(String id, String zh, String en, ReasonCode reason, RawToken token) {
    vectors.add(new Vector(id, zh, en).code(token).refuse(NOW, reason));
  }

  private static String suffix(long off) {
    return off < 0 ? "-within" : off == 0 ? "-exact" : "-beyond";
  }

  private static String words(long off) {
    return off < 0 ? "，界内 1 秒" : off == 0 ? "，恰在界上" : "，界外 1 秒";
  }

  private static String wordsEn(long off) {
    return off < 0 ? ", one second within" : off == 0 ? ", exactly" : ", one second beyond";
  }
}
