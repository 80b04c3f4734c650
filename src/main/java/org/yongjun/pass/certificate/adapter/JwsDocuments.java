package org.yongjun.pass.certificate.adapter;

import com.nimbusds.jose.Payload;
import org.yongjun.pass.certificate.DocumentSigner;
import org.yongjun.pass.certificate.IssuerKeys;
import org.yongjun.pass.offline.token.KeyPurpose;

/** Signs by Nimbus JOSE with the newest key of the purpose. */
public final class JwsDocuments implements DocumentSigner {
  private final IssuerKeys keys;

  public JwsDocuments(IssuerKeys keys) {
    this.keys = keys;
  }

  @Override
  public String sign(KeyPurpose purpose, String type, byte[] payload) {
    return IssuerJws.sign(keys.getSigning(purpose), type, new Payload(payload));
  }
}
