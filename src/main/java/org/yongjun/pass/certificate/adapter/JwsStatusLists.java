package org.yongjun.pass.certificate.adapter;

import com.nimbusds.jose.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.certificate.IssuerKeys;
import org.yongjun.pass.certificate.StatusListPublisher;
import org.yongjun.pass.certificate.StatusLists;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.platform.Outcome;

/**
 * Status list tokens: one bit per index, compressed by zlib, inside a compact JWS (ES256) by a
 * STATUS key. Sources: IETF Token Status List; token specification, “Status list”.
 */
public final class JwsStatusLists implements StatusListPublisher {
  /** How long a reader may keep a list before it asks for a new one. */
  private static final Duration TTL = Duration.ofMinutes(15);

  /** Past this age readers admit new certificates only. */
  private static final Duration LIFETIME = Duration.ofHours(72);

  /** An unchanged list is signed anew after this time, so that readers can tell it is fresh. */
  private static final Duration SIGNED_ANEW_AFTER = Duration.ofMinutes(10);

  private static final String LIST_TYPE = "statuslist+jwt";
  private static final String DELTA_TYPE = "statusdelta+jwt";

  private final StatusLists lists;
  private final IssuerKeys keys;
  private final Clock clock;
  private final Map<Integer, Published> published = new ConcurrentHashMap<>();

  public JwsStatusLists(StatusLists lists, IssuerKeys keys, Clock clock) {
    this.lists = lists;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public Optional<Published> find(int issuer) {
    return lists
        .findVersion(issuer)
        .map(
            version ->
                published.compute(issuer, (number, known) -> current(number, known, version)));
  }

  @Override
  public Outcome<String> delta(int issuer, long since) {
    return lists
        .delta(issuer, since)
        .map(
            delta -> {
              Map<String, Object> claims = claims(issuer, clock.instant().getEpochSecond());
              claims.put("from", delta.from());
              claims.put("to", delta.to());
              claims.put("set", delta.set());
              claims.put("cleared", delta.cleared());
              return IssuerJws.sign(
                  keys.getSigning(KeyPurpose.STATUS), DELTA_TYPE, new Payload(claims));
            });
  }

  private Published current(int issuer, @Nullable Published known, long version) {
    long now = clock.instant().getEpochSecond();
    boolean isGood =
        known != null
            && known.version() >= version
            && now - known.signedAtSeconds() <= SIGNED_ANEW_AFTER.toSeconds();
    return isGood ? known : sign(lists.snapshot(issuer), now);
  }

  private Published sign(StatusLists.Snapshot snapshot, long now) {
    Map<String, Object> claims = claims(snapshot.issuer(), now);
    claims.put("version", snapshot.version());
    claims.put("status_list", Map.of("bits", 1, "lst", compressed(snapshot.bits())));
    return new Published(
        IssuerJws.sign(keys.getSigning(KeyPurpose.STATUS), LIST_TYPE, new Payload(claims)),
        snapshot.version(),
        now);
  }

  private static Map<String, Object> claims(int issuer, long now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", "/.well-known/yongjun-pass/status/" + issuer);
    claims.put("issuer", issuer);
    claims.put("iat", now);
    claims.put("exp", now + LIFETIME.toSeconds());
    claims.put("ttl", TTL.toSeconds());
    return claims;
  }

  private static String compressed(byte[] bits) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream zlib = new DeflaterOutputStream(out, deflater)) {
      zlib.write(bits);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    } finally {
      deflater.end();
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
  }
}
