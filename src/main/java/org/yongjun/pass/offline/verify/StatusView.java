package org.yongjun.pass.offline.verify;

/** What the reader knows of suspended and revoked certificates. */
public interface StatusView {
  /** A revocation that is known outweighs the age of the list. */
  enum Status {
    GOOD,
    REVOKED,
    /** The list is too old to admit this certificate by. */
    TOO_OLD
  }

  /**
   * The status of one binding.
   *
   * @param issuer issuer number
   * @param bindingIndex the binding's place in the issuer's list
   * @param issuedAtSeconds when the certificate was issued; a very old list still admits new ones
   * @param nowSeconds the reader's time
   */
  Status ask(int issuer, long bindingIndex, long issuedAtSeconds, long nowSeconds);
}
