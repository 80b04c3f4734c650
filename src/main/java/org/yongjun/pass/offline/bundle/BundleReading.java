package org.yongjun.pass.offline.bundle;

/** What became of bytes that a gate was given as its next bundle. */
public sealed interface BundleReading {
  /** The bundle that holds from now on. */
  record Accepted(GateBundle bundle) implements BundleReading {}

  /** The gate keeps what it has. */
  record Refused(Reason reason) implements BundleReading {}

  /** Why a bundle is refused, in the order in which it is looked for. */
  enum Reason {
    /** Larger than {@link BundleReader#BYTES_MAX}. */
    TOO_LARGE,
    /** Not a compact JWS by ES256, or what it holds is not the format. */
    MALFORMED,
    /** There is no key list, neither here nor kept. */
    NO_KEY_LIST,
    /** The key list is not signed by the pinned root key. */
    BAD_KEY_LIST,
    /** The key list's time is over. */
    KEY_LIST_EXPIRED,
    /** Not signed by a listed key that may sign bundles at that time. */
    UNKNOWN_KEY,
    /** The listed key did not sign this. */
    BAD_SIGNATURE,
    /** Made for another terminal or another venue. */
    OTHER_TERMINAL,
    /** Older than what the gate has. */
    OLDER,
    /** It changes a version that the gate does not have: ask for a whole one. */
    OTHER_BASE,
    /** Its time is over. */
    EXPIRED,
    /** A status list is not signed by its issuer's key, not of that issuer or not the format. */
    BAD_STATUS_LIST
  }
}
