package org.yongjun.pass.certificate;

import java.util.Optional;
import org.yongjun.pass.platform.Outcome;

/** Publishes signed status lists. */
public interface StatusListPublisher {
  /**
   * A signed list.
   *
   * @param compactJws a status list token: claims about the list inside a compact JWS
   * @param version grows with each change
   * @param signedAtSeconds when it was signed; an unchanged list is signed anew in time
   */
  record Published(String compactJws, long version, long signedAtSeconds) {}

  /** Empty for an issuer whose list is not here. */
  Optional<Published> find(int issuer);

  /** A signed delta since a version; see {@link StatusLists#delta}. */
  Outcome<String> delta(int issuer, long since);
}
