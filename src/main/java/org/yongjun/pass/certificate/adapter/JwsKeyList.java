package org.yongjun.pass.certificate.adapter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.yongjun.pass.certificate.IssuerKeys;
import org.yongjun.pass.certificate.KeyListPublisher;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.Keys;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.RawPublicKey;

/** A JWK set inside a compact JWS (ES256). Source: token specification, “Key list”. */
public final class JwsKeyList implements KeyListPublisher {
  /** A reader stops believing a list that is older. */
  private static final Duration LIFETIME = Duration.ofDays(30);

  /** An unchanged list is signed anew after this time, so that its end stays far off. */
  private static final Duration SIGNED_ANEW_AFTER = Duration.ofHours(12);

  private static final int COORDINATE_BYTES = 32;

  private final IssuerKeys keys;
  private final Keys encodings;
  private final Clock clock;
  private final ECKey root;
  private final String successorThumbprint;
  private List<ListedKey> publishedKeys = List.of();
  private Published published = new Published("", 0);
  private final AtomicLong reads = new AtomicLong();
  private long latestRead;

  /**
   * @param rootFile where the root key is
   * @param successorFile where the key is that will sign after it
   */
  public JwsKeyList(
      IssuerKeys keys, Keys encodings, Clock clock, Path rootFile, Path successorFile) {
    this.keys = keys;
    this.encodings = encodings;
    this.clock = clock;
    this.root = RootKeyFile.readOrMake(rootFile);
    this.successorThumbprint = RootKeyFile.readOrMake(successorFile).getKeyID();
  }

  /** The keys are read outside the lock, so that a slow database keeps nobody in a queue. */
  @Override
  public Published current() {
    long read = reads.incrementAndGet();
    return publish(keys.list(), read);
  }

  /** What was read before a later read has been published is old, and left alone. */
  private synchronized Published publish(List<ListedKey> current, long read) {
    if (read < latestRead) {
      return published;
    }
    latestRead = read;
    long now = clock.instant().getEpochSecond();
    if (!current.equals(publishedKeys)
        || now - published.version() > SIGNED_ANEW_AFTER.toSeconds()) {
      long version = Math.max(now, published.version() + 1);
      published = new Published(sign(current, version), version);
      publishedKeys = current;
    }
    return published;
  }

  private String sign(List<ListedKey> current, long version) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("version", version);
    list.put("iat", version);
    list.put("exp", version + LIFETIME.toSeconds());
    list.put("successor", successorThumbprint);
    list.put("keys", current.stream().map(this::jwk).toList());
    JWSObject jws =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(root.getKeyID()).build(),
            new Payload(list));
    try {
      jws.sign(new ECDSASigner(root));
    } catch (JOSEException e) {
      throw new IllegalStateException("a P-256 key signs ES256", e);
    }
    return jws.serialize();
  }

  private Map<String, Object> jwk(ListedKey key) {
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kid", key.id().hex());
    putPublicKey(jwk, key.publicKey());
    jwk.put("issuer", key.id().issuer());
    jwk.put("purpose", key.purpose().name());
    jwk.put("region", key.regionScope().toString());
    jwk.put("classes", key.classScope().list().stream().map(HolderClass::name).toList());
    jwk.put("nbf", key.notBeforeSeconds());
    jwk.put("signUntil", key.signUntilSeconds());
    jwk.put("exp", key.expiresSeconds());
    return jwk;
  }

  private void putPublicKey(Map<String, Object> jwk, RawPublicKey key) {
    if (key.algorithm() == Algorithm.ED25519) {
      byte[] bytes = key.bytes();
      jwk.put("kty", "OKP");
      jwk.put("crv", "Ed25519");
      jwk.put("x", Base64URL.encode(Arrays.copyOfRange(bytes, 1, bytes.length)).toString());
      return;
    }
    ECPublicKey point = (ECPublicKey) encodings.findPublicKey(key).orElseThrow();
    jwk.put("kty", "EC");
    jwk.put("crv", key.algorithm() == Algorithm.SM2 ? "SM2" : "P-256");
    jwk.put("x", coordinate(point.getW().getAffineX()));
    jwk.put("y", coordinate(point.getW().getAffineY()));
  }

  private static String coordinate(BigInteger value) {
    byte[] fixed = new byte[COORDINATE_BYTES];
    byte[] bytes = value.toByteArray();
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
    return Base64URL.encode(fixed).toString();
  }
}
