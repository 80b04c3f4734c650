package org.yongjun.pass.vectors;

import static org.yongjun.pass.vectors.Listed.DAY;
import static org.yongjun.pass.vectors.RawToken.ISSUER;
import static org.yongjun.pass.vectors.RawToken.NOW;

import java.util.ArrayList;
import java.util.List;
import org.yongjun.pass.kernel.ReasonCode;

/** What was revoked, what was shown before, and what is the same reading again. */
final class UseVectors {
  private final List<Vector> vectors = new ArrayList<>();

  static List<Vector> list() {
    UseVectors all = new UseVectors();
    all.addRevoked();
    all.addSynchronisations();
    all.addReplays();
    all.addReplaySequences();
    all.addCounterSequences();
    all.addRepeats();
    all.addNoRepeats();
    return all.vectors;
  }

  private void addRevoked() {
    RawToken token = RawToken.dynamic();
    long index = token.index;
    add(
        new Vector("revoked", "状态位被置位", "The status bit is set")
            .code(token)
            .list(ISSUER, NOW - 60, index)
            .refuse(NOW, ReasonCode.REVOKED));
    add(
        new Vector("card-revoked", "静态卡的状态位被置位", "A card's status bit is set")
            .code(RawToken.card())
            .list(ISSUER, NOW - 60, RawToken.card().index)
            .refuse(NOW, ReasonCode.REVOKED));
    add(
        new Vector(
                "revoked-by-old-list",
                "过旧的列表中的置位仍然有效",
                "A bit that an old list has set counts all the same")
            .code(token)
            .list(ISSUER, NOW - 30 * DAY, index)
            .refuse(NOW, ReasonCode.REVOKED));
    add(
        new Vector("revoked-neighbours", "相邻序号的置位与本码无关", "The bits beside it are others' bits")
            .code(token)
            .list(ISSUER, NOW - 60, index - 1, index + 1, index ^ 7)
            .admit(NOW));
    add(
        new Vector(
                "revoked-at-other-issuer",
                "别的机构同一序号的置位与本码无关",
                "The same index at another issuer is another binding")
            .code(token)
            .list(ISSUER, NOW - 60)
            .list(3302, NOW - 60, index)
            .admit(NOW));
    add(
        new Vector("revoked-index-0", "序号 0 被注销", "Index 0 is revoked")
            .code(RawToken.dynamic().with(t -> t.index = 0))
            .list(ISSUER, NOW - 60, 0L)
            .refuse(NOW, ReasonCode.REVOKED));
    add(
        new Vector(
                "revoked-index-in-last-bit-of-byte",
                "序号 7 被注销（字节的最高位）",
                "Index 7 is revoked: the highest bit of a byte")
            .code(RawToken.dynamic().with(t -> t.index = 7))
            .list(ISSUER, NOW - 60, 7L)
            .refuse(NOW, ReasonCode.REVOKED));
  }

  private void addSynchronisations() {
    RawToken token = RawToken.dynamic();
    long index = token.index;
    Vector later =
        new Vector(
                "revoked-after-synchronisation",
                "同步之前放行，同步之后注销",
                "Admitted before the synchronisation, revoked after it")
            .code(token)
            .code(next(18, NOW + 20));
    add(
        later
            .again("a")
            .admit(NOW)
            .syncList(NOW + 10, index)
            .again("b")
            .refuse(NOW + 20, ReasonCode.REVOKED));
    Vector cleared =
        new Vector(
                "reinstated-after-synchronisation",
                "冻结解除，同步之后放行",
                "Suspended, then admitted when the bit is clear again")
            .code(token)
            .code(next(18, NOW + 20));
    add(
        cleared
            .list(ISSUER, NOW - 60, index)
            .again("a")
            .refuse(NOW, ReasonCode.REVOKED)
            .syncList(NOW + 10)
            .again("b")
            .admit(NOW + 20));
  }

  private void addReplays() {
    RawToken token = RawToken.dynamic();
    add(
        new Vector("replayed", "已放行过的计数器", "The counter was admitted before")
            .code(token)
            .seen(token)
            .refuse(NOW, ReasonCode.REPLAYED));
    add(
        new Vector(
                "replayed-with-other-s",
                "同一计数器换成 ECDSA 的另一个 s，仍是重放",
                "The other s of ECDSA under the same counter is a replay")
            .code(RawToken.dynamic().with(t -> t.deviceSignatureEdit = SignatureVectors::otherS))
            .seen(token)
            .refuse(NOW, ReasonCode.REPLAYED));
    add(
        new Vector(
                "replayed-with-new-time",
                "同一计数器换了时间再签，仍是重放",
                "The same counter signed with a new time is a replay")
            .code(RawToken.dynamic().with(t -> t.time = NOW - 3))
            .seen(token)
            .refuse(NOW, ReasonCode.REPLAYED));
    add(
        new Vector(
                "counter-of-other-binding", "别的绑定用过同一计数器", "Another binding used the same counter")
            .code(token)
            .seen(RawToken.dynamic().with(t -> t.index++))
            .admit(NOW));
    add(
        new Vector(
                "counter-of-other-issuer",
                "别的机构的同一序号用过同一计数器",
                "The same index at another issuer used the same counter")
            .code(token)
            .seen(RawToken.dynamic().with(t -> t.issuer = 3302))
            .admit(NOW));
    add(
        new Vector(
                "counter-below-former",
                "计数器小于已放行的计数器但未用过，应放行",
                "A counter below an admitted one is good as long as it is new")
            .code(token)
            .seen(RawToken.dynamic().with(t -> t.counter = 90))
            .admit(NOW));
    add(
        new Vector(
                "counter-beside-former",
                "相邻的计数器未用过，应放行",
                "The counters beside it were used, it was not")
            .code(token)
            .seen(next(16, NOW))
            .seen(next(18, NOW))
            .admit(NOW));
  }

  private void addReplaySequences() {
    RawToken token = RawToken.dynamic();
    add(
        new Vector(
                "sequence-replay-after-6s",
                "放行 6 秒后再次出示，重放",
                "Shown again 6 s after its admission: a replay")
            .code(token)
            .admit(NOW)
            .refuse(NOW + 6, ReasonCode.REPLAYED));
    add(
        new Vector(
                "sequence-replay-after-restart",
                "读码器重启之后再次出示，仍是重放",
                "Shown again after the reader's restart: still a replay")
            .code(token)
            .admit(NOW)
            .restart(NOW + 10)
            .refuse(NOW + 12, ReasonCode.REPLAYED));
    add(
        new Vector(
                "sequence-replay-after-synchronisation",
                "同步之后再次出示，仍是重放",
                "Shown again after a synchronisation: still a replay")
            .code(token)
            .admit(NOW)
            .syncList(NOW + 10)
            .refuse(NOW + 12, ReasonCode.REPLAYED));
  }

  private void addCounterSequences() {
    RawToken token = RawToken.dynamic();
    Vector three =
        new Vector(
                "sequence-new-counters",
                "同一手机连续三个新码",
                "Three codes of one phone, each with a new counter")
            .code(token)
            .code(next(18, NOW + 20))
            .code(next(19, NOW + 40));
    add(three.again("a").admit(NOW).again("b").admit(NOW + 20).again("c").admit(NOW + 40));
    Vector backwards =
        new Vector(
                "sequence-counter-backwards",
                "计数器倒序但未重复",
                "Counters that come backwards without repeating")
            .code(next(18, NOW))
            .code(next(17, NOW));
    add(
        backwards
            .again("a")
            .admit(NOW)
            .again("b")
            .admit(NOW + 1)
            .again("a")
            .refuse(NOW + 7, ReasonCode.REPLAYED));
    Vector unspent =
        new Vector(
                "sequence-refused-code-is-not-spent",
                "因间隔被拒的码没有用掉，间隔过后放行",
                "A code that was refused for the interval is not spent by it")
            .interval(30)
            .code(token)
            .code(next(18, NOW + 10));
    add(
        unspent
            .again("a")
            .admit(NOW)
            .again("b")
            .refuse(NOW + 10, ReasonCode.TOO_SOON)
            .admit(NOW + 30));
    Vector stale =
        new Vector(
                "sequence-replay-that-is-stale",
                "用过且已过时效：先报过时",
                "A spent code that is stale as well is stale first")
            .code(token);
    add(stale.admit(NOW).refuse(NOW + 61, ReasonCode.STALE_CODE));
  }

  private void addRepeats() {
    RawToken token = RawToken.dynamic();
    for (int after : new int[] {1, 4, 5}) {
      add(
          new Vector(
                  "repeat-after-" + after + "s",
                  "放行后 " + after + " 秒内同一读码器重复读到，返回首次结果",
                  "The same code "
                      + after
                      + " s after its admission is told the first decision again")
              .code(token)
              .admit(NOW)
              .repeat(NOW + after));
    }
    add(
        new Vector("repeat-in-the-same-second", "同一秒内重复读到", "Read twice in one second")
            .code(token)
            .admit(NOW)
            .repeat(NOW)
            .repeat(NOW));
    add(
        new Vector(
                "repeat-counts-from-the-first",
                "5 秒从首次结果算起，不因重复而延长",
                "The 5 s count from the first decision and are not renewed by a repeat")
            .code(token)
            .admit(NOW)
            .repeat(NOW + 4)
            .refuse(NOW + 6, ReasonCode.REPLAYED));
    add(
        new Vector(
                "repeat-of-a-refusal",
                "被拒的码 5 秒内重复读到，返回同一拒绝",
                "A refused code within 5 s is told its refusal again")
            .code(RawToken.dynamic().with(t -> t.time = NOW + 16))
            .refuse(NOW, ReasonCode.CLOCK_AHEAD)
            .repeat(NOW + 3)
            .admit(NOW + 6));
  }

  private void addNoRepeats() {
    RawToken token = RawToken.dynamic();
    add(
        new Vector("repeat-is-no-second-use", "重复读码不记为第二次使用", "A repeat starts no new interval")
            .interval(60)
            .code(token)
            .code(next(18, NOW + 60))
            .again("a")
            .admit(NOW)
            .repeat(NOW + 5)
            .again("b")
            .admit(NOW + 60));
    add(
        new Vector("repeat-of-a-card", "静态卡 5 秒内重复读到", "A card read twice within 5 s")
            .code(RawToken.card())
            .admit(NOW)
            .repeat(NOW + 5));
    add(
        new Vector(
                "card-again-after-6s",
                "静态卡 6 秒后再次出示是又一次使用",
                "A card shown again after 6 s is another use")
            .code(RawToken.card())
            .admit(NOW)
            .admit(NOW + 6));
    Vector other =
        new Vector(
                "other-code-within-5s",
                "5 秒内出示同一手机的新码，是新的判定",
                "Another code of the same phone within 5 s is decided anew")
            .interval(60)
            .code(token)
            .code(next(18, NOW + 3));
    add(other.again("a").admit(NOW).again("b").refuse(NOW + 3, ReasonCode.TOO_SOON));
  }

  static RawToken next(long counter, long time) {
    return RawToken.dynamic().with(t -> t.counter = counter).with(t -> t.time = time);
  }

  private void add(Vector vector) {
    vectors.add(vector);
  }
}
