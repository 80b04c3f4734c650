package org.yongjun.pass.offline.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.bundle.BundleReading;
import org.yongjun.pass.offline.bundle.BundleSections;
import org.yongjun.pass.offline.bundle.GateFare;
import org.yongjun.pass.offline.bundle.GateSettings;
import org.yongjun.pass.offline.bundle.TestBundles;
import org.yongjun.pass.offline.rule.Condition;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Origin;
import org.yongjun.pass.offline.rule.PartRule;
import org.yongjun.pass.offline.rule.PriceRule;
import org.yongjun.pass.offline.rule.Proof;
import org.yongjun.pass.offline.rule.Source;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.offline.rule.When;
import org.yongjun.pass.offline.rule.Where;
import org.yongjun.pass.offline.rule.Who;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.KeyId;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.TokenSamples;

/** A gate in a folder, with a clock, a bundle and phones that a test sets. */
final class TestGate implements AutoCloseable {
  static final long NOW = TestBundles.NOW;
  static final String GATE = "A";
  static final KeyId CARD_KEY = new KeyId(TestBundles.ISSUER, 8);
  static final LocalDate START = LocalDate.of(2023, 8, 1);

  /** No limits, no interval. */
  static final GateSettings SETTINGS = new GateSettings(0, false, 0, 0, false, 0, null);

  final TestBundles bundles = new TestBundles();
  final SettableClock clock = new SettableClock(NOW);
  private final Path folder;
  OnlineDesk desk = OnlineDesk.NONE;
  Flush flush = Flush.EACH;
  Gate gate;
  private long steadyNanos;
  private long counter;

  TestGate(Path folder) throws IOException {
    this.folder = folder;
    bundles.list(CARD_KEY, TokenSamples.issuer(Algorithm.SM2).raw(), KeyPurpose.STATIC);
    gate = open();
  }

  /** With a bundle of free admission for veterans, and these settings. */
  static TestGate with(Path folder, GateSettings settings) throws IOException {
    TestGate made = new TestGate(folder);
    made.take(NOW, sections(settings, item("t/1")));
    return made;
  }

  private Gate open() throws IOException {
    return Gate.open(
        folder, bundles.reader(), new Gate.Options(flush, clock, () -> steadyNanos, desk));
  }

  /** Ends the gate, and begins it again on the same disk. */
  void restart() throws IOException {
    gate.close();
    gate = open();
  }

  /** The machine's clock and the steady counter go on together. */
  void pass(long seconds) {
    clock.seconds += seconds;
    steadyNanos += seconds * 1_000_000_000L;
  }

  /** The steady counter goes on while the machine's clock stands wherever it was set to. */
  void passSteadyMillis(long millis) {
    steadyNanos += millis * 1_000_000L;
  }

  void take(long version, BundleSections sections) throws IOException {
    assertInstanceOf(
        BundleReading.Accepted.class, gate.take(bundles.whole(version, version, sections)));
  }

  GateDecision in(String code) throws IOException {
    return gate.decide(code, Passage.in(GATE));
  }

  GateDecision out(String code) throws IOException {
    return gate.decide(code, Passage.out(GATE));
  }

  /** A new code of the phone at the gate's time. */
  String show(TokenSamples.Fields phone) {
    return code(phone, gate.nowSeconds());
  }

  String code(TokenSamples.Fields phone, long timeSeconds) {
    return CodeText.encode(phone.code(timeSeconds, ++counter));
  }

  static TokenSamples.Fields phone(long index) {
    TokenSamples.Fields fields = TokenSamples.Fields.deviceBound(Algorithm.SM2, Algorithm.P256);
    fields.bindingIndex = index;
    fields.holderTag = new HolderTag(index);
    return fields;
  }

  static String card(long index) {
    TokenSamples.Fields fields = TokenSamples.Fields.staticCard(Algorithm.SM2);
    fields.keyId = CARD_KEY;
    fields.bindingIndex = index;
    fields.holderTag = new HolderTag(index);
    return CodeText.encode(fields.sign().bytes());
  }

  static void assertAdmitted(GateDecision decision) {
    assertEquals(null, decision.reason(), decision.explanation().en());
  }

  static void assertRefused(ReasonCode reason, GateDecision decision) {
    assertEquals(reason, decision.reason());
  }

  static BundleSections sections(GateSettings settings, Item... items) {
    BundleSections base = TestBundles.sections(items);
    return new BundleSections(
        base.venue(), base.items(), List.of(), base.fares(), settings, base.regionNames());
  }

  static BundleSections online(Item... items) {
    BundleSections base = TestBundles.sections();
    return new BundleSections(
        base.venue(), List.of(), List.of(items), base.fares(), SETTINGS, base.regionNames());
  }

  static BundleSections inactive() {
    BundleSections base = sections(SETTINGS, item("t/1"));
    VenueFacts venue =
        new VenueFacts(
            TestBundles.VENUE, "SCENIC_SPOT", TestBundles.REGION, 5, "", Set.of(), false);
    return new BundleSections(
        venue, base.items(), List.of(), base.fares(), SETTINGS, base.regionNames());
  }

  static BundleSections unpriced() {
    BundleSections base = sections(SETTINGS, item("t/1"));
    return new BundleSections(
        base.venue(), base.items(), List.of(), List.<GateFare>of(), SETTINGS, base.regionNames());
  }

  /** Free admission for veterans of anywhere. */
  static Item item(String id) {
    return item(id, HolderClass.VETERAN, new Origin.Nationwide(), When.from(START), null, false);
  }

  static Item item(
      String id,
      HolderClass holderClass,
      Origin origin,
      When when,
      @Nullable Condition condition,
      boolean photoCheck) {
    return new Item(
        id,
        1,
        new Text(id, id),
        new Who(HolderClasses.of(holderClass), origin, condition),
        Where.in(RegionCode.NATION),
        when,
        List.of(new PartRule("ADMISSION", new PriceRule.PercentPayable(25, Map.of()))),
        List.of(),
        0,
        new Proof(photoCheck),
        new Source("test", null, START, null, List.of()),
        true);
  }

  @Override
  public void close() throws IOException {
    gate.close();
  }

  /** The machine's clock. */
  static final class SettableClock extends Clock {
    long seconds;

    SettableClock(long seconds) {
      this.seconds = seconds;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(seconds);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("always UTC");
    }
  }
}
