package org.yongjun.pass.offline.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.offline.bundle.TestBundles.DAY;
import static org.yongjun.pass.offline.bundle.TestBundles.ISSUER;
import static org.yongjun.pass.offline.bundle.TestBundles.NOW;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.offline.bundle.BundleReading.Reason;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.RandomItems;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.TokenSamples;
import org.yongjun.pass.offline.token.TokenSamples.TestKey;
import org.yongjun.pass.offline.verify.StatusView.Status;

class BundleReaderTest {
  private static final BundleSections NO_CHANGE =
      new BundleSections(null, null, null, null, null, null);

  private final TestBundles bundles = new TestBundles();
  private final BundleReader reader = bundles.reader();
  private final List<Item> items = new RandomItems(new Random(7)).list();
  private final BundleSections sections = TestBundles.sections(items.toArray(Item[]::new));

  @Test
  void aWholeBundleSaysWhatWasWritten() {
    GateBundle bundle = accepted(bundles.whole(NOW, NOW, sections), null);
    assertEquals(sections, bundle.sections());
    assertEquals(NOW, bundle.version());
    assertEquals(NOW + 7 * DAY, bundle.expiresSeconds());
    assertEquals(bundles.terminal, bundle.terminal());
    assertEquals(8000, bundle.findPassage().orElseThrow().listFen());
    assertTrue(bundle.keyList().find(TokenSamples.KEY_ID).isPresent());
  }

  @Test
  void aChangeOverItsBaseIsTheWholeBundleOfTheLaterVersion() {
    StatusPart before = bundles.status(100, NOW, 8000, 3, 4);
    GateBundle held = accepted(bundles.whole(NOW, NOW, sections, before), null);
    GateSettings settings = new GateSettings(30, true, 0, 2, true, 200, "ADMISSION");
    BundleSections changed = new BundleSections(null, null, null, null, settings, null);
    StatusPart change = bundles.statusChange(100, 200, NOW + 60, List.of(5L, 9_000L), List.of(4L));

    GateBundle merged = accepted(bundles.change(NOW, NOW + 60, NOW + 60, changed, change), held);
    GateBundle whole =
        accepted(
            bundles.whole(
                NOW + 60,
                NOW + 60,
                changed.over(sections),
                bundles.status(200, NOW + 60, 9_001, 3, 5, 9_000)),
            null);

    assertEquals(whole.sections(), merged.sections());
    assertEquals(whole.version(), merged.version());
    for (long index = 0; index < 10_000; index++) {
      assertEquals(
          whole.statuses().ask(ISSUER, index, NOW, NOW),
          merged.statuses().ask(ISSUER, index, NOW, NOW),
          "index " + index);
    }
    assertEquals(Status.REVOKED, merged.statuses().ask(ISSUER, 9_000, NOW, NOW));
    assertEquals(Status.GOOD, merged.statuses().ask(ISSUER, 4, NOW, NOW));
  }

  @Test
  void aChangeOfAnotherVersionIsRefusedSoThatTheGateAsksForAWholeOne() {
    byte[] change = bundles.change(NOW - 1, NOW + 60, NOW + 60, NO_CHANGE);
    GateBundle held = accepted(bundles.whole(NOW, NOW, sections), null);
    assertEquals(Reason.OTHER_BASE, refused(change, held, NOW + 60));
    assertEquals(Reason.NO_KEY_LIST, refused(change, null, NOW + 60));
    StatusPart ofLaterBase =
        bundles.statusChange(NOW + 1, NOW + 9, NOW + 60, List.of(1L), List.of());
    byte[] gap = bundles.change(NOW, NOW + 60, NOW + 60, NO_CHANGE, ofLaterBase);
    assertEquals(Reason.BAD_STATUS_LIST, refused(gap, held, NOW + 60));
  }

  @Test
  void anOlderVersionIsRefusedAndTheSameOneSignedAnewIsTaken() {
    GateBundle held = accepted(bundles.whole(NOW, NOW, sections), null);
    assertEquals(Reason.OLDER, refused(bundles.whole(NOW - 1, NOW + 5, sections), held, NOW));
    assertEquals(Reason.OLDER, refused(bundles.whole(NOW, NOW - 5, sections), held, NOW));
    GateBundle anew = accepted(bundles.change(NOW, NOW, NOW + 600, NO_CHANGE), held);
    assertEquals(NOW + 600, anew.serverTimeSeconds());
    assertEquals(sections, anew.sections());
  }

  @Test
  void aBundleOfAnotherVenueOrAnotherTerminalIsRefused() {
    bundles.terminal = new GateTerminal(TestBundles.TERMINAL, "venue-2", TestBundles.REGION, false);
    assertEquals(Reason.OTHER_TERMINAL, refused(bundles.whole(NOW, NOW, sections), null, NOW));
    bundles.terminal = new GateTerminal("gate-2", TestBundles.VENUE, TestBundles.REGION, false);
    assertEquals(Reason.OTHER_TERMINAL, refused(bundles.whole(NOW, NOW, sections), null, NOW));
  }

  @Test
  void aBundleEndsExactlyAtItsTime() {
    byte[] bundle = bundles.whole(NOW, NOW, sections);
    assertFalse(accepted(bundle, null, NOW + 7 * DAY - 1).isExpired(NOW + 7 * DAY - 1));
    assertEquals(Reason.EXPIRED, refused(bundle, null, NOW + 7 * DAY));
  }

  @Test
  void aBundleThatStopsTheVenueIsTakenAlthoughItEndsAtOnce() {
    GateBundle held = accepted(bundles.whole(NOW, NOW, sections), null);
    VenueFacts venue = held.venue();
    VenueFacts stopped =
        new VenueFacts(
            venue.id(), venue.kind(), venue.region(), 5, venue.ownership(), venue.tags(), false);
    bundles.lifeSeconds = 0;
    BundleSections stop = new BundleSections(stopped, List.of(), List.of(), null, null, null);
    GateBundle last = accepted(bundles.change(NOW, NOW + 1, NOW + 1, stop), held, NOW + 1000);
    assertTrue(last.isExpired(NOW + 1));
    assertFalse(last.venue().active());
    assertEquals(List.of(), last.items());
  }

  @Test
  void onlyAListedKeyForBundlesInItsTimeAndRegionSigns() {
    Map<String, Object> entry = bundles.listed.get(TestBundles.BUNDLE_KEY);
    for (Map.Entry<String, Object> change :
        Map.<String, Object>of(
                "purpose",
                "STATUS",
                "nbf",
                NOW + 1,
                "signUntil",
                NOW - 1,
                "exp",
                NOW - 1,
                "region",
                "130000")
            .entrySet()) {
      Object before = entry.put(change.getKey(), change.getValue());
      Object until = change.getKey().equals("exp") ? entry.put("signUntil", NOW - 1) : null;
      assertEquals(
          Reason.UNKNOWN_KEY,
          refused(bundles.whole(NOW, NOW, sections), null, NOW),
          change.getKey());
      entry.put(change.getKey(), before);
      if (until != null) {
        entry.put("signUntil", until);
      }
    }
    accepted(bundles.whole(NOW, NOW, sections), null);
    bundles.list(TestBundles.BUNDLE_KEY, TestKey.generate(Algorithm.P256).raw(), KeyPurpose.BUNDLE);
    assertEquals(Reason.BAD_SIGNATURE, refused(bundles.whole(NOW, NOW, sections), null, NOW));
  }

  @Test
  void theKeyListStandsUnderThePinnedRootInItsTime() {
    BundleReader other =
        new BundleReader(
            new TestBundles().rootKey(),
            TokenSamples.SIGNATURES,
            TestBundles.VENUE,
            TestBundles.TERMINAL);
    byte[] bundle = bundles.whole(NOW, NOW, sections);
    assertEquals(new BundleReading.Refused(Reason.BAD_KEY_LIST), other.read(bundle, null, NOW));
    bundles.keyListVersion = NOW - 30 * DAY;
    assertEquals(Reason.KEY_LIST_EXPIRED, refused(bundles.whole(NOW, NOW, sections), null, NOW));
    BundleHead head = new BundleHead(NOW, 0, NOW, NOW + DAY, bundles.terminal);
    byte[] without = bundles.sign(new BundlePayload(head, null, List.of(), sections));
    assertEquals(Reason.NO_KEY_LIST, refused(without, null, NOW));
  }

  /** Somebody who has a removed key and the list of its day signs nothing that is believed. */
  @Test
  void anOlderKeyListNeverTakesThePlaceOfANewerOne() {
    byte[] byOldList = bundles.whole(NOW + 9, NOW + 9, sections);
    Map<String, Object> removed = bundles.listed.remove(TestBundles.BUNDLE_KEY);
    bundles.keyListVersion = NOW;
    TestKey next = TestKey.generate(Algorithm.P256);
    bundles.list(TestBundles.BUNDLE_KEY, next.raw(), KeyPurpose.BUNDLE);
    assertFalse(removed.isEmpty());
    BundlePayload payload =
        new BundlePayload(
            new BundleHead(NOW, 0, NOW, NOW + DAY, bundles.terminal),
            bundles.keyList(),
            List.of(bundles.status(NOW, NOW, 80)),
            sections);
    byte[] byNewKey =
        TestBundles.sign(next, TestBundles.BUNDLE_KEY.hex(), null, payload.json())
            .getBytes(StandardCharsets.US_ASCII);
    GateBundle held = accepted(byNewKey, null);
    assertEquals(Reason.BAD_SIGNATURE, refused(byOldList, held, NOW + 9));
  }

  @Test
  void aStatusListIsItsIssuersOwnAndNeverAnOlderOne() {
    StatusPart newer = bundles.status(200, NOW, 80, 3);
    GateBundle held = accepted(bundles.whole(NOW, NOW, sections, newer), null);
    StatusPart older = bundles.status(150, NOW + 5, 80);
    GateBundle after = accepted(bundles.whole(NOW + 5, NOW + 5, sections, older), held);
    assertEquals(Status.REVOKED, after.statuses().ask(ISSUER, 3, NOW, NOW));
    StatusPart ofAnother = new StatusPart(ISSUER + 1, false, newer.jws());
    assertEquals(
        Reason.BAD_STATUS_LIST, refused(bundles.whole(NOW, NOW, sections, ofAnother), null, NOW));
    Map<String, Object> key = bundles.listed.get(TestBundles.STATUS_KEY);
    key.put("purpose", "DYNAMIC");
    assertEquals(
        Reason.BAD_STATUS_LIST, refused(bundles.whole(NOW, NOW, sections, newer), null, NOW));
  }

  /** Token specification, “Status list”: 24 h as new, to 72 h flagged, then new certificates. */
  @Test
  void whatAnOldListPermitsChangesExactlyAt24And72Hours() {
    GateStatuses statuses =
        accepted(bundles.whole(NOW, NOW, sections, bundles.status(9, NOW, 80, 3)), null).statuses();
    assertFalse(statuses.isAged(ISSUER, NOW + 24 * 3600));
    assertTrue(statuses.isAged(ISSUER, NOW + 24 * 3600 + 1));
    long end = NOW + 72 * 3600;
    assertEquals(Status.GOOD, statuses.ask(ISSUER, 1, NOW, end));
    assertEquals(Status.TOO_OLD, statuses.ask(ISSUER, 1, NOW, end + 1));
    assertEquals(Status.GOOD, statuses.ask(ISSUER, 1, end + 1 - 48 * 3600 + 1, end + 1));
    assertEquals(Status.TOO_OLD, statuses.ask(ISSUER, 1, end + 1 - 48 * 3600, end + 1));
    assertEquals(Status.REVOKED, statuses.ask(ISSUER, 3, end, end + 1));
    assertEquals(Status.TOO_OLD, statuses.ask(ISSUER + 1, 1, NOW, NOW));
  }

  /** Every byte changed in some way: no bundle that was changed is accepted, nothing is thrown. */
  @Test
  void aChangedByteAnywhereIsRefused() {
    byte[] bundle = bundles.whole(NOW, NOW, sections);
    Random random = new Random(20);
    for (int round = 0; round < 2000; round++) {
      byte[] changed = bundle.clone();
      int at = round < bundle.length && round < 400 ? round : random.nextInt(bundle.length);
      changed[at] ^= (byte) (1 + random.nextInt(255));
      assertInstanceOf(BundleReading.Refused.class, reader.read(changed, null, NOW), "at " + at);
    }
    for (int last = 1; last <= 90; last++) {
      byte[] changed = bundle.clone();
      changed[bundle.length - last] ^= 1;
      assertInstanceOf(BundleReading.Refused.class, reader.read(changed, null, NOW));
      byte[] cut = java.util.Arrays.copyOf(bundle, bundle.length - last);
      assertInstanceOf(BundleReading.Refused.class, reader.read(cut, null, NOW));
    }
  }

  /** Content that is signed but wrong gets an answer too: only a server's fault makes it. */
  @Test
  void signedContentThatIsNotTheFormatIsRefusedAndNothingIsThrown() {
    BundleHead head = new BundleHead(NOW, 0, NOW, NOW + DAY, bundles.terminal);
    byte[] json =
        new BundlePayload(head, null, List.of(bundles.status(9, NOW, 80)), sections).json();
    String list = bundles.keyList();
    Random random = new Random(21);
    for (int round = 0; round < 1200; round++) {
      byte[] changed = json.clone();
      for (int i = 0; i <= random.nextInt(3); i++) {
        changed[random.nextInt(changed.length)] =
            (byte) "{}[]\",:0129aeE-.\\ n".charAt(random.nextInt(19));
      }
      String text = new String(changed, StandardCharsets.UTF_8);
      byte[] withList =
          text.replaceFirst("\\{", "{\"keyList\":\"" + list + "\",")
              .getBytes(StandardCharsets.UTF_8);
      String jws =
          TestBundles.sign(bundles.bundleKey, TestBundles.BUNDLE_KEY.hex(), null, withList);
      reader.read(jws.getBytes(StandardCharsets.US_ASCII), null, NOW);
    }
    for (String text : List.of("", ".", "..", "...", "a.b.c", "e30.e30.e30", ".".repeat(100_000))) {
      assertEquals(Reason.MALFORMED, refused(text.getBytes(StandardCharsets.US_ASCII), null, NOW));
    }
  }

  /** 20 million small values would be gigabytes of memory if anybody kept them. */
  @Test
  void whatNobodySignedIsNotReadAsAWhole() {
    BundleHead head = new BundleHead(NOW, 0, NOW, NOW + DAY, bundles.terminal);
    String json =
        new String(
            new BundlePayload(head, bundles.keyList(), List.of(), sections).json(),
            StandardCharsets.UTF_8);
    String flood = "{\"items\":[" + "1,".repeat(20_000_000) + "1]," + json.substring(1);
    byte[] bytes =
        (TestBundles.base64(
                    "{\"alg\":\"ES256\",\"kid\":\"%s\"}"
                        .formatted(TestBundles.BUNDLE_KEY.hex())
                        .getBytes(StandardCharsets.UTF_8))
                + "."
                + TestBundles.base64(flood.getBytes(StandardCharsets.UTF_8))
                + "."
                + TestBundles.base64(new byte[64]))
            .getBytes(StandardCharsets.US_ASCII);
    assertEquals(Reason.BAD_SIGNATURE, refused(bytes, null, NOW));
  }

  private GateBundle accepted(byte[] jws, @Nullable GateBundle held) {
    return accepted(jws, held, held == null ? NOW : held.serverTimeSeconds());
  }

  private GateBundle accepted(byte[] jws, @Nullable GateBundle held, long now) {
    return assertInstanceOf(BundleReading.Accepted.class, reader.read(jws, held, now)).bundle();
  }

  private Reason refused(byte[] jws, @Nullable GateBundle held, long now) {
    return assertInstanceOf(BundleReading.Refused.class, reader.read(jws, held, now)).reason();
  }
}
