package org.yongjun.pass.offline.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.KeyId;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.RawPublicKey;
import org.yongjun.pass.offline.token.TokenSamples;
import org.yongjun.pass.offline.token.TokenSamples.TestKey;

/** A root, an issuer and its bundles in memory; a test changes what it is about. */
public final class TestBundles {
  public static final String VENUE = "venue-1";
  public static final String TERMINAL = "gate-1";
  public static final RegionCode REGION = RegionCode.of("330106");
  public static final int ISSUER = TokenSamples.KEY_ID.issuer();
  public static final long DAY = 86_400;

  /** One hour after the samples were issued; a Sunday in Shanghai. */
  public static final long NOW = TokenSamples.ISSUED_AT + 3600;

  static final KeyId BUNDLE_KEY = new KeyId(ISSUER, 101);
  static final KeyId STATUS_KEY = new KeyId(ISSUER, 102);

  public final TestKey root = TestKey.generate(Algorithm.P256);
  public final TestKey bundleKey = TestKey.generate(Algorithm.P256);
  public final TestKey statusKey = TestKey.generate(Algorithm.P256);

  /** What stands in the key list; a test may take entries away. */
  public final Map<KeyId, Map<String, Object>> listed = new LinkedHashMap<>();

  public long keyListVersion = NOW - DAY;
  public GateTerminal terminal = new GateTerminal(TERMINAL, VENUE, REGION, false);
  public long lifeSeconds = 7 * DAY;

  public TestBundles() {
    TestKey issuer = TokenSamples.issuer(Algorithm.SM2);
    list(TokenSamples.KEY_ID, issuer.raw(), KeyPurpose.DYNAMIC);
    list(BUNDLE_KEY, bundleKey.raw(), KeyPurpose.BUNDLE);
    list(STATUS_KEY, statusKey.raw(), KeyPurpose.STATUS);
  }

  public BundleReader reader() {
    return new BundleReader(rootKey(), TokenSamples.SIGNATURES, VENUE, TERMINAL);
  }

  public RootKey rootKey() {
    return RootKey.read(rootJwk()).orElseThrow();
  }

  /** What a gate is given when it is set up. */
  public byte[] rootJwk() {
    return JsonText.write(jwk(root.raw()));
  }

  /** Lists a key for the whole country and every class, from 30 days ago for 90 days. */
  public void list(KeyId id, RawPublicKey key, KeyPurpose purpose) {
    Map<String, Object> entry = new LinkedHashMap<>(jwk(key));
    entry.put("kid", id.hex());
    entry.put("issuer", id.issuer());
    entry.put("purpose", purpose.name());
    entry.put("region", "000000");
    entry.put("classes", Arrays.stream(HolderClass.values()).map(HolderClass::name).toList());
    entry.put("nbf", NOW - 30 * DAY);
    entry.put("signUntil", NOW + 60 * DAY);
    entry.put("exp", NOW + 120 * DAY);
    listed.put(id, entry);
  }

  public String keyList() {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("version", keyListVersion);
    list.put("exp", keyListVersion + 30 * DAY);
    list.put("successor", "none");
    list.put("keys", List.copyOf(listed.values()));
    return sign(root, rootKey().kid(), null, list);
  }

  /** The status list in which these indices are set. */
  public StatusPart status(long version, long issuedAt, int bindings, long... set) {
    byte[] bits = new byte[(bindings + 7) / 8];
    for (long index : set) {
      bits[(int) (index / 8)] |= (byte) (1 << index % 8);
    }
    return statusOfBits(version, issuedAt, bits);
  }

  StatusPart statusOfBits(long version, long issuedAt, byte[] bits) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("issuer", ISSUER);
    claims.put("iat", issuedAt);
    claims.put("version", version);
    claims.put("status_list", Map.of("bits", 1, "lst", compressed(bits)));
    return new StatusPart(
        ISSUER, false, sign(statusKey, STATUS_KEY.hex(), "statuslist+jwt", claims));
  }

  public StatusPart statusChange(
      long from, long to, long issuedAt, List<Long> set, List<Long> cleared) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("issuer", ISSUER);
    claims.put("iat", issuedAt);
    claims.put("from", from);
    claims.put("to", to);
    claims.put("set", set);
    claims.put("cleared", cleared);
    return new StatusPart(
        ISSUER, true, sign(statusKey, STATUS_KEY.hex(), "statusdelta+jwt", claims));
  }

  /** Every section, with these items. */
  public static BundleSections sections(Item... items) {
    return new BundleSections(
        new VenueFacts(VENUE, "SCENIC_SPOT", REGION, 5, "CITY_OWNED", Set.of("lake"), true),
        List.of(items),
        List.of(),
        List.of(new GateFare("ADMISSION", 8000, 8000, null, List.of())),
        GateSettings.DEFAULT,
        Map.of(REGION, new Text("西湖区", "Xihu")));
  }

  /** A whole bundle signed at {@code at}, with nobody revoked. */
  public byte[] whole(long version, long at, BundleSections sections) {
    return whole(version, at, sections, status(version, at, 8000));
  }

  public byte[] whole(long version, long at, BundleSections sections, StatusPart... statuses) {
    BundleHead head = new BundleHead(version, 0, at, at + lifeSeconds, terminal);
    return sign(new BundlePayload(head, keyList(), List.of(statuses), sections));
  }

  /** What changed since {@code from}. */
  public byte[] change(
      long from, long version, long at, BundleSections sections, StatusPart... statuses) {
    BundleHead head = new BundleHead(version, from, at, at + lifeSeconds, terminal);
    return sign(new BundlePayload(head, null, List.of(statuses), sections));
  }

  public byte[] sign(BundlePayload payload) {
    return sign(bundleKey, BUNDLE_KEY.hex(), "gate-bundle+jwt", payload.json())
        .getBytes(StandardCharsets.US_ASCII);
  }

  static String sign(TestKey key, String kid, @Nullable String type, Map<String, Object> claims) {
    return sign(key, kid, type, JsonText.write(claims));
  }

  static String sign(TestKey key, String kid, @Nullable String type, byte[] payload) {
    JsonMembers header = new JsonMembers().put("alg", "ES256").put("kid", kid);
    String signed =
        base64(JsonText.write(header.putIfAny("typ", type).tree())) + "." + base64(payload);
    return signed + "." + base64(key.signer().sign(signed.getBytes(StandardCharsets.US_ASCII)));
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Map<String, Object> jwk(RawPublicKey key) {
    Map<String, Object> jwk = new LinkedHashMap<>();
    byte[] raw = key.bytes();
    if (key.algorithm() == Algorithm.ED25519) {
      jwk.put("kty", "OKP");
      jwk.put("crv", "Ed25519");
      jwk.put("x", base64(Arrays.copyOfRange(raw, 1, raw.length)));
      return jwk;
    }
    var point =
        (java.security.interfaces.ECPublicKey)
            TokenSamples.SIGNATURES.keys().findPublicKey(key).orElseThrow();
    jwk.put("kty", "EC");
    jwk.put("crv", key.algorithm() == Algorithm.SM2 ? "SM2" : "P-256");
    jwk.put("x", base64(Arrays.copyOfRange(raw, 1, raw.length)));
    byte[] y = point.getW().getAffineY().toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(y.length, 32);
    System.arraycopy(y, y.length - length, fixed, 32 - length, length);
    jwk.put("y", base64(fixed));
    return jwk;
  }

  private static String compressed(byte[] bits) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(bits);
    deflater.finish();
    List<byte[]> pieces = new ArrayList<>();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      pieces.add(Arrays.copyOf(buffer, deflater.deflate(buffer)));
    }
    deflater.end();
    byte[] all = new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
    int at = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length;
    }
    return base64(all);
  }
}
