package org.yongjun.pass.access.adapter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Principal;

/** HS256 tokens under a key derived from the master key, so every instance accepts them. */
public final class NimbusAccessTokens implements AccessTokens {
  /** The label under which the signing key is derived. */
  public static final String KEY_LABEL = "access/token";

  public static final int KEY_BYTES = 32;

  private final byte[] key;
  private final Clock clock;

  public NimbusAccessTokens(byte[] key, Clock clock) {
    this.key = key.clone();
    this.clock = clock;
  }

  @Override
  public String mint(Principal principal, @Nullable String session, Duration lifetime) {
    if (lifetime.compareTo(LIFETIME_MAX) > 0) {
      throw new IllegalArgumentException("a token lives at most " + LIFETIME_MAX);
    }
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject(principal.id())
            .claim(CLAIM_ROLES, List.of(principal.role().name()))
            .claim(CLAIM_REGION, principal.region().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)));
    if (principal.venueId() != null) {
      claims.claim(CLAIM_VENUE, principal.venueId());
    }
    if (session != null) {
      claims.claim(CLAIM_SESSION, session);
    }
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
    try {
      token.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("an HS256 key of 32 bytes signs", e);
    }
    return token.serialize();
  }
}
