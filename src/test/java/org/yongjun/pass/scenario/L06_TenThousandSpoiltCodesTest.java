package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.ServerProcess;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.PlainExchange;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.certificate.CertificateStore;
import org.yongjun.pass.certificate.IssuerKey;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.CertificateBlock;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.DynamicCode;
import org.yongjun.pass.offline.token.KeyId;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.RawPublicKey;
import org.yongjun.pass.offline.token.TokenParser;
import org.yongjun.pass.offline.token.TokenSamples;
import org.yongjun.pass.offline.token.TokenSamples.Fields;
import org.yongjun.pass.offline.token.TokenSamples.TestKey;

/**
 * Goal: no spoilt code is accepted, none makes the server fail, and each is answered by the reason
 * that comes first in the token specification's order. Method: more than 10,000 codes over HTTP —
 * every bit flipped, bytes replaced, truncated, extended, other nibbles and key ids, device keys
 * that are no points, texts that are not canonical — each made from a fresh code and compared with
 * {@link ExpectedReason}.
 */
class L06_TenThousandSpoiltCodesTest {
  private static final int SENDERS = 8;
  private static final int EXTENSION_MAX = 32;
  private static final Pattern CODE = Pattern.compile("YJ1:[0-9A-Z $%*+./:-]+");
  private static final Map<String, Long> BILL = Map.of("GOODS", 1000L);

  private final Scene scene =
      Scene.open(
          PassServer.url(), PassServer.context().getBean(AccessTokens.class), new PlainExchange());
  private final StoryTerminal till = scene.counter("PHARMACY");
  private final Random random = new Random(20_260_301);
  private final OutsideKeys keys = Published.keys();
  private final List<Supplier<Spoilt>> all = new ArrayList<>();

  /** A text to show, and the reason to expect. */
  private record Spoilt(String text, String reason) {}

  @Test
  void eachIsRefusedByTheFirstReason() throws Exception {
    for (Algorithm algorithm : Algorithm.values()) {
      Device device = Device.bind(scene, scene.register("VETERAN"), algorithm);
      add(Mutations.flips(203), device::code);
      add(Mutations.suites(), device::code);
    }
    Device device = Device.bind(scene, scene.register("VETERAN"));
    add(Mutations.replacements(203, 6, random), device::code);
    add(Mutations.truncations(203), device::code);
    add(Mutations.extensions(EXTENSION_MAX, random), device::code);
    add(Mutations.keyIds(800, random), device::code);
    addOffCurve(device);
    addTexts(device);
    byte[] card = card();
    add(Mutations.flips(97), () -> card);
    add(Mutations.suites(), () -> card);
    add(Mutations.truncations(97), () -> card);
    add(Mutations.extensions(106 + EXTENSION_MAX, random), () -> card);
    addSignedOffCurve();
    assertTrue(all.size() >= 10_000, "only " + all.size());

    Collections.shuffle(all, random);
    Map<String, Integer> seen = send();
    System.out.println(all.size() + " spoilt codes: " + seen);
    assertEquals(
        List.of(
            "BAD_DEVICE_SIGNATURE",
            "BAD_ISSUER_SIGNATURE",
            "CLOCK_AHEAD",
            "MALFORMED",
            "STALE_CODE",
            "UNKNOWN_KEY"),
        List.copyOf(seen.keySet()));
    assertEquals(true, till.verify(device.show(), BILL).at("accepted"));
    assertEquals(true, till.verify(CodeText.encode(card), BILL).at("accepted"));
  }

  private void add(List<UnaryOperator<byte[]>> mutations, Supplier<byte[]> codes) {
    for (UnaryOperator<byte[]> mutation : mutations) {
      all.add(
          () -> {
            byte[] code = codes.get();
            byte[] spoilt = mutation.apply(code);
            long now = Scene.CLOCK.instant().getEpochSecond();
            return new Spoilt(
                CodeText.encode(spoilt), new ExpectedReason(keys, now).of(code, spoilt));
          });
    }
  }

  /** The issuer's signature does not cover such a key, and comes before the device's. */
  private void addOffCurve(Device device) {
    for (int i = 0; i < 200; i++) {
      byte[] key = Mutations.offCurve(random);
      all.add(
          () -> {
            byte[] code = device.code();
            System.arraycopy(key, 0, code, 32, 33);
            return new Spoilt(CodeText.encode(code), "BAD_ISSUER_SIGNATURE");
          });
    }
  }

  /** Only where an issuer signed such a key does its check come to the point. */
  private void addSignedOffCurve() {
    TestKey issuer = listIssuer();
    for (int i = 0; i < 200; i++) {
      Fields fields = Fields.deviceBound(Algorithm.P256, Algorithm.P256);
      fields.keyId = LATE_KEY;
      fields.issuedAtSeconds = Scene.CLOCK.instant().getEpochSecond() - 1_800;
      fields.deviceKey = new RawPublicKey(Algorithm.P256, Mutations.offCurve(random));
      fields.bindingIndex = i;
      CertificateBlock block = CertificateBlock.sign(fields.build(), issuer.signer());
      all.add(
          () -> {
            long now = Scene.CLOCK.instant().getEpochSecond();
            byte[] code =
                DynamicCode.sign(block, now, 1, TokenSamples.device(Algorithm.P256).signer());
            return new Spoilt(CodeText.encode(code), "BAD_DEVICE_SIGNATURE");
          });
    }
  }

  private static final KeyId LATE_KEY = new KeyId(900, 1);

  /**
   * A key of another issuer number that signed until a while ago, so that this server never will.
   */
  private static TestKey listIssuer() {
    TestKey key = TestKey.generate(Algorithm.P256);
    long now = Scene.CLOCK.instant().getEpochSecond();
    ListedKey listed =
        new ListedKey(
            LATE_KEY,
            key.raw(),
            KeyPurpose.DYNAMIC,
            HolderClasses.of(HolderClass.values()),
            RegionCode.NATION,
            now - 3_600,
            now - 900,
            now + 3_600);
    PassServer.context()
        .getBean(CertificateStore.class)
        .insert(
            new IssuerKey(listed, key.signer()), TokenSamples.SIGNATURES.keys().pkcs8(key.pair()));
    // Instances look at the keys every five seconds.
    boolean isListed =
        ServerProcess.await(
            Duration.ofSeconds(30),
            () -> Published.keys().list().toString().contains(LATE_KEY.hex()));
    assertTrue(isListed);
    return key;
  }

  /** Each character in turn made one that Base45 does not have, and other texts of no code. */
  private void addTexts(Device device) {
    for (int i = 0; i < 309; i++) {
      int at = i;
      char wrong = "abc_#é中\"".charAt(i % 8);
      all.add(
          () -> {
            StringBuilder text = new StringBuilder(device.show());
            text.setCharAt(at, wrong);
            return new Spoilt(text.toString(), "MALFORMED");
          });
      all.add(() -> new Spoilt(device.show().substring(0, at + (at == 0 ? 1 : 0)), "MALFORMED"));
    }
    for (String prefix : List.of("", "YJ2:", "yj1:", "YJ1", "YJ1: ", "HC1:", "YJ1:::")) {
      all.add(() -> new Spoilt(prefix + device.show().substring(4), "MALFORMED"));
    }
  }

  private byte[] card() {
    StoryHttp.Reply reply =
        scene.http.post(
            "/v1/holders/" + scene.register("VETERAN") + "/cards",
            scene.officer(Role.CLERK, scene.city),
            "application/json",
            new byte[0]);
    String text = reply.expect(201).text("code");
    assertTrue(CODE.matcher(text).matches());
    byte[] card = CodeText.decode(text).orElseThrow();
    assertEquals(97, card.length);
    assertTrue(TokenParser.parseBlock(card).isPresent());
    return card;
  }

  /** How many were answered by each reason. */
  private Map<String, Integer> send() throws InterruptedException, ExecutionException {
    Map<String, Integer> seen = new TreeMap<>();
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      List<Future<String>> answers = new ArrayList<>();
      for (Supplier<Spoilt> each : all) {
        answers.add(senders.submit(() -> sendOne(each.get())));
      }
      for (Future<String> each : answers) {
        seen.merge(each.get(), 1, Integer::sum);
      }
    }
    return seen;
  }

  private String sendOne(Spoilt spoilt) {
    StoryHttp.Reply verdict = till.verify(spoilt.text(), BILL);
    assertEquals(false, verdict.at("accepted"));
    String reason = verdict.text("reason");
    assertEquals(
        spoilt.reason(),
        reason,
        () -> Base64.getEncoder().encodeToString(spoilt.text().getBytes()));
    return reason;
  }
}
