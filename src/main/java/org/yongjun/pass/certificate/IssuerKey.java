package org.yongjun.pass.certificate;

import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.Signer;

/** A key of this issuer: what is listed of it, and the signer that only this server has. */
public record IssuerKey(ListedKey listed, Signer signer) {
  @Override
  public String toString() {
    return "IssuerKey[" + listed.id().hex() + "]";
  }
}
