package org.yongjun.pass.certificate;

import org.yongjun.pass.offline.token.KeyPurpose;

/** Signs documents by the issuer's online keys. */
public interface DocumentSigner {
  /**
   * A compact JWS (ES256) by the key that may sign for {@code purpose} now.
   *
   * @param purpose BUNDLE or STATUS, whose keys are of P-256
   * @param type the header's {@code typ}
   * @param payload JSON in UTF-8
   */
  String sign(KeyPurpose purpose, String type, byte[] payload);
}
