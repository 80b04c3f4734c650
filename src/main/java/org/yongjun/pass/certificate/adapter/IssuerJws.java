package org.yongjun.pass.certificate.adapter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.util.Set;
import org.yongjun.pass.certificate.IssuerKey;

/**
 * Compact JWS by a P-256 key of the issuer. The token format's r‖s over SHA-256 is ES256 (RFC 7518,
 * section 3.4).
 */
final class IssuerJws {
  private IssuerJws() {}

  static String sign(IssuerKey key, String type, Payload payload) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType(type))
            .keyID(key.listed().id().hex())
            .build();
    JWSObject jws = new JWSObject(header, payload);
    try {
      jws.sign(new KeySigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("a P-256 key signs ES256", e);
    }
    return jws.serialize();
  }

  private record KeySigner(IssuerKey key) implements JWSSigner {
    @Override
    public Base64URL sign(JWSHeader header, byte[] signingInput) {
      return Base64URL.encode(key.signer().sign(signingInput));
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
      return Set.of(JWSAlgorithm.ES256);
    }

    @Override
    public JCAContext getJCAContext() {
      return new JCAContext();
    }
  }
}
