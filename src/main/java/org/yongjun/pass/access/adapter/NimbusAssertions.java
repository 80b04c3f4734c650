package org.yongjun.pass.access.adapter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yongjun.pass.access.Assertions;

/** ES256 assertions as RFC 7523 has them, with {@code iss} = {@code sub} = the terminal's id. */
public final class NimbusAssertions implements Assertions {
  /** No honest assertion is longer. */
  private static final int LENGTH_MAX = 4096;

  private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,64}");

  private static final int COORDINATE_BYTES = 32;

  @Override
  public Optional<Unverified> parse(String compact) {
    if (compact.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    try {
      SignedJWT jwt = SignedJWT.parse(compact);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      boolean complete =
          JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
              && claims.getSubject() != null
              && ID.matcher(claims.getSubject()).matches()
              && claims.getSubject().equals(claims.getIssuer())
              && claims.getJWTID() != null
              && claims.getExpirationTime() != null
              && claims.getAudience().contains(AUDIENCE);
      return complete ? Optional.of(new Parsed(jwt, claims)) : Optional.empty();
    } catch (ParseException malformed) {
      return Optional.empty();
    }
  }

  private record Parsed(SignedJWT jwt, JWTClaimsSet claims) implements Unverified {
    @Override
    public String claimedId() {
      return claims.getSubject();
    }

    @Override
    public Optional<Verified> verify(byte[] publicKey, Instant now) {
      Instant expiresAt = claims.getExpirationTime().toInstant();
      boolean inTime =
          now.isBefore(expiresAt.plusSeconds(CLOCK_SKEW_SECONDS))
              && expiresAt.isBefore(now.plusSeconds(LIFETIME_SECONDS_MAX + CLOCK_SKEW_SECONDS));
      if (!inTime || !isSigned(publicKey)) {
        return Optional.empty();
      }
      return Optional.of(
          new Verified(claims.getJWTID(), expiresAt.plusSeconds(CLOCK_SKEW_SECONDS)));
    }

    private boolean isSigned(byte[] point) {
      ECKey key =
          new ECKey.Builder(
                  Curve.P_256,
                  Base64URL.encode(Arrays.copyOfRange(point, 1, 1 + COORDINATE_BYTES)),
                  Base64URL.encode(Arrays.copyOfRange(point, 1 + COORDINATE_BYTES, point.length)))
              .build();
      try {
        return jwt.verify(new ECDSAVerifier(key));
      } catch (JOSEException unusable) {
        return false;
      }
    }

    @Override
    public String toString() {
      return "Parsed";
    }
  }
}
