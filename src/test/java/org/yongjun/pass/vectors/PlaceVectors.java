package org.yongjun.pass.vectors;

import static org.yongjun.pass.vectors.Listed.DAY;
import static org.yongjun.pass.vectors.RawToken.ISSUER;
import static org.yongjun.pass.vectors.RawToken.NOW;

import java.util.ArrayList;
import java.util.List;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.offline.token.Algorithm;

/** What the place decides: its interval, its staff, its clock; and the order of all reasons. */
final class PlaceVectors {
  private static final int VEHICLE = RawToken.bit(HolderClass.VEHICLE);

  private final List<Vector> vectors = new ArrayList<>();

  static List<Vector> list() {
    PlaceVectors all = new PlaceVectors();
    all.addIntervals();
    all.addStaffChecks();
    all.addVehicleCards();
    all.addClocks();
    all.addPrecedence();
    all.addUsePrecedence();
    return all.vectors;
  }

  private void addIntervals() {
    RawToken token = RawToken.dynamic();
    for (int off = -1; off <= 1; off++) {
      Vector vector =
          new Vector(
                  "interval-300s-" + (off < 0 ? "minus-1" : off == 0 ? "exact" : "plus-1"),
                  "防反传间隔 300 秒，距上次放行 " + (300 + off) + " 秒",
                  "An interval of 300 s, " + (300 + off) + " s after the last admission")
              .interval(300)
              .admitted(token, NOW - 300 - off)
              .code(token);
      add(off < 0 ? vector.refuse(NOW, ReasonCode.TOO_SOON) : vector.admit(NOW));
    }
    add(
        new Vector("interval-none", "不设间隔", "No interval")
            .admitted(token, NOW)
            .code(token)
            .admit(NOW));
    add(
        new Vector("interval-of-other-person", "别人刚放行过", "Another person was admitted just now")
            .interval(300)
            .admitted(RawToken.dynamic().with(t -> t.tag++), NOW - 1)
            .code(token)
            .admit(NOW));
    add(
        new Vector(
                "interval-on-another-phone", "同一人换一部手机，仍受间隔限制", "The same person on another phone")
            .interval(300)
            .admitted(token, NOW - 10)
            .code(RawToken.dynamic().with(t -> t.index = 7_000_000))
            .refuse(NOW, ReasonCode.TOO_SOON));
    add(
        new Vector(
                "interval-of-other-issuer",
                "别的机构的同一标签是另一人",
                "The same tag at another issuer is another person")
            .interval(300)
            .admitted(RawToken.dynamic().with(t -> t.issuer = 3302), NOW - 10)
            .code(token)
            .admit(NOW));
    Vector card =
        new Vector(
                "interval-phone-then-card",
                "刚用手机放行，又出示本人静态卡",
                "Admitted by phone, then the same person's card")
            .interval(300)
            .code(token)
            .code(RawToken.card());
    add(card.again("a").admit(NOW).again("b").refuse(NOW + 10, ReasonCode.TOO_SOON));
    Vector restarted =
        new Vector("interval-survives-restart", "重启之后间隔仍然有效", "The interval survives a restart")
            .interval(300)
            .code(token)
            .code(UseVectors.next(18, NOW + 20));
    add(
        restarted
            .again("a")
            .admit(NOW)
            .restart(NOW + 10)
            .again("b")
            .refuse(NOW + 20, ReasonCode.TOO_SOON));
  }

  private void addStaffChecks() {
    for (Algorithm each : Algorithm.values()) {
      add(
          new Vector(
                  "card-unattended-" + FormVectors.word(each),
                  "无人值守处出示静态卡（" + each + "）",
                  "A card of " + each + " where nobody attends")
              .unattended()
              .code(RawToken.card(each))
              .refuse(NOW, ReasonCode.STAFF_CHECK_REQUIRED));
    }
    RawToken photo = RawToken.dynamic().with(t -> t.flags |= 4);
    add(
        new Vector(
                "photo-check-unattended",
                "须核对照片的动态码在无人值守处",
                "A code with the photo-check flag where nobody attends")
            .unattended()
            .code(photo)
            .refuse(NOW, ReasonCode.STAFF_CHECK_REQUIRED));
    add(
        new Vector(
                "photo-check-attended",
                "须核对照片的动态码在有人处放行",
                "A code with the photo-check flag where staff attend")
            .code(photo)
            .admit(NOW));
    add(
        new Vector("unattended", "无人值守处出示普通动态码", "An ordinary code where nobody attends")
            .unattended()
            .code(RawToken.dynamic())
            .admit(NOW));
  }

  private void addVehicleCards() {
    RawToken vehicle = RawToken.card().with(t -> t.classes = VEHICLE);
    add(
        new Vector(
                "vehicle-card-plate-seen",
                "军车卡，号牌相符，无人值守放行",
                "A vehicle's card and its plate at an unattended barrier")
            .unattended()
            .plate(vehicle)
            .code(vehicle)
            .admit(NOW));
    add(
        new Vector("vehicle-card-no-plate", "军车卡，没有看到号牌", "A vehicle's card without its plate")
            .unattended()
            .code(vehicle)
            .refuse(NOW, ReasonCode.STAFF_CHECK_REQUIRED));
    add(
        new Vector(
                "vehicle-card-other-plate",
                "军车卡，号牌属于另一张卡",
                "A vehicle's card beside another card's plate")
            .unattended()
            .plate(RawToken.card().with(t -> t.index++))
            .code(vehicle)
            .refuse(NOW, ReasonCode.STAFF_CHECK_REQUIRED));
    RawToken mixed =
        RawToken.card().with(t -> t.classes = VEHICLE | RawToken.bit(HolderClass.VETERAN));
    add(
        new Vector(
                "vehicle-and-person-card",
                "既是军车又是个人的卡，号牌不能代替照片",
                "A card of a vehicle and a person: the plate is no photo")
            .unattended()
            .plate(mixed)
            .code(mixed)
            .refuse(NOW, ReasonCode.STAFF_CHECK_REQUIRED));
    RawToken flagged = RawToken.card().with(t -> t.classes = VEHICLE).with(t -> t.flags = 4);
    add(
        new Vector(
                "vehicle-card-with-photo-check",
                "带核对标志的军车卡，号牌不能代替",
                "A vehicle's card with the photo-check flag")
            .unattended()
            .plate(flagged)
            .code(flagged)
            .refuse(NOW, ReasonCode.STAFF_CHECK_REQUIRED));
    RawToken person = RawToken.card();
    add(
        new Vector(
                "person-card-with-plate",
                "个人静态卡，号牌不起作用",
                "A plate does nothing for a person's card")
            .unattended()
            .plate(person)
            .code(person)
            .refuse(NOW, ReasonCode.STAFF_CHECK_REQUIRED));
    add(
        new Vector(
                "vehicle-dynamic-unattended",
                "军车的动态码无须号牌",
                "A vehicle's dynamic code needs no plate")
            .unattended()
            .code(RawToken.dynamic().with(t -> t.classes = VEHICLE))
            .admit(NOW));
  }

  /** A clock that is set back must not make an old code live again. */
  private void addClocks() {
    Vector back =
        new Vector(
                "clock-set-back",
                "读码器时钟被拨回一小时，旧码仍是过时",
                "The reader's clock is set back an hour: an old code stays stale")
            .code(RawToken.dynamic())
            .code(UseVectors.next(18, NOW - 3_600));
    add(
        back.again("a")
            .admit(NOW)
            .readerTime(NOW)
            .again("b")
            .refuse(NOW - 3_600, ReasonCode.STALE_CODE));
    Vector restarted =
        new Vector(
                "clock-set-back-across-restart", "重启并拨回时钟，读码器时间仍不后退", "The same across a restart")
            .code(RawToken.dynamic())
            .code(UseVectors.next(18, NOW - 3_600));
    add(
        restarted
            .again("a")
            .admit(NOW)
            .restart(NOW - 3_600)
            .readerTime(NOW)
            .again("b")
            .refuse(NOW - 3_590, ReasonCode.STALE_CODE));
    Vector second =
        new Vector(
                "clock-back-one-second",
                "时钟回退一秒，用最后记录的时间",
                "The clock goes back a second: the last journalled time is used")
            .code(RawToken.dynamic())
            .code(UseVectors.next(18, NOW + 15));
    add(second.again("a").admit(NOW).readerTime(NOW).again("b").admit(NOW - 1));
    Vector signed =
        new Vector(
                "clock-set-back-by-bundle",
                "只有更新的签名包所载时间可以让时钟后退",
                "Only the time that a newer signed bundle states takes the clock back")
            .code(UseVectors.next(17, NOW + 3_600))
            .code(RawToken.dynamic().with(t -> t.counter = 18));
    add(signed.again("a").admit(NOW + 3_600).sync(NOW, NOW).again("b").admit(NOW));
    Vector notSigned =
        new Vector(
                "clock-set-back-before-bundle",
                "签名包时间之前的时间仍不可用",
                "Not even a bundle takes the clock back behind its own time")
            .code(UseVectors.next(17, NOW + 3_600))
            .code(RawToken.dynamic().with(t -> t.counter = 18));
    add(
        notSigned
            .again("a")
            .admit(NOW + 3_600)
            .sync(NOW - 600, NOW + 120)
            .readerTime(NOW + 120)
            .again("b")
            .refuse(NOW - 600, ReasonCode.STALE_CODE));
    Vector moved =
        new Vector(
                "clock-moved-on-by-bundle",
                "时钟落后一小时，签名包的时间使读码器时间前进",
                "A clock that is an hour behind is moved on by the bundle's time")
            .code(RawToken.dynamic());
    add(moved.sync(NOW - 3_600, NOW).readerTime(NOW).admit(NOW - 3_600));
  }

  /** Everything is wrong at once; the first in the order is reported. */
  private void addPrecedence() {
    RawToken all = RawToken.dynamic().with(t -> t.flags |= 4);
    order(
        "unknown-key-first",
        ReasonCode.UNKNOWN_KEY,
        broken().with(t -> t.sequence = 99),
        all,
        true);
    order(
        "issuer-signature-before-times",
        ReasonCode.BAD_ISSUER_SIGNATURE,
        broken()
            .with(t -> t.issuerSignatureEdit = s -> new byte[64])
            .with(t -> t.issuedAt = NOW + 16),
        all,
        true);
    order(
        "not-yet-valid-before-code-time",
        ReasonCode.NOT_YET_VALID,
        broken().with(t -> t.issuedAt = NOW + 16).with(t -> t.time = NOW + 16),
        all,
        true);
    order(
        "expired-before-code-time",
        ReasonCode.EXPIRED,
        broken().with(t -> t.lifetime = 1).with(t -> t.time = NOW + 16),
        all,
        true);
    order(
        "code-ahead-before-device-signature",
        ReasonCode.CLOCK_AHEAD,
        broken().with(t -> t.time = NOW + 16),
        all,
        true);
    order(
        "stale-before-device-signature",
        ReasonCode.STALE_CODE,
        broken().with(t -> t.time = NOW - 61),
        all,
        true);
    order(
        "device-signature-before-revocation", ReasonCode.BAD_DEVICE_SIGNATURE, broken(), all, true);
    order("revoked-before-replay", ReasonCode.REVOKED, photo(), all, true);
    order(
        "list-too-old-before-replay",
        ReasonCode.STATUS_TOO_OLD,
        photo().with(t -> t.issuedAt = NOW - 3 * DAY),
        all,
        false);
  }

  private void addUsePrecedence() {
    RawToken all = photo();
    add(
        new Vector(
                "order-replay-before-interval",
                "同时重放和间隔过短，先报重放",
                "Replayed and too soon: the replay is first")
            .unattended()
            .interval(300)
            .admitted(all, NOW - 1)
            .seen(all)
            .code(photo())
            .refuse(NOW, ReasonCode.REPLAYED));
    add(
        new Vector(
                "order-interval-before-staff-check",
                "同时间隔过短和须人工核对，先报间隔",
                "Too soon and staff needed: the interval is first")
            .unattended()
            .interval(300)
            .admitted(all, NOW - 1)
            .code(photo())
            .refuse(NOW, ReasonCode.TOO_SOON));
  }

  private void order(
      String name, ReasonCode reason, RawToken token, RawToken known, boolean isRevoked) {
    Vector vector =
        new Vector(
                "order-" + name,
                "同时有多种问题，只报最先的 " + reason,
                "Several faults at once: " + reason + " is the first")
            .unattended()
            .interval(300)
            .admitted(known, NOW - 1)
            .seen(known)
            .code(token)
            .keys(new Listed(RawToken.dynamic()));
    add(
        (isRevoked
                ? vector.list(ISSUER, NOW - 9 * DAY, known.index)
                : vector.list(ISSUER, NOW - 9 * DAY))
            .refuse(NOW, reason));
  }

  private static RawToken photo() {
    return RawToken.dynamic().with(t -> t.flags |= 4);
  }

  private static RawToken broken() {
    return photo().with(t -> t.deviceSignatureEdit = s -> new byte[64]);
  }

  private void add(Vector vector) {
    vectors.add(vector);
  }
}
