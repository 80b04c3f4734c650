package org.yongjun.pass.holder;

import java.time.Instant;

/** Pauses certificates with their entitlement, in the caller's transaction; says how many. */
public interface CertificatePauses {
  /** Every active phone and card is accepted no more, and the status list says so. */
  int pause(String holderId, Instant now);

  /** Those that were paused are accepted again; what was revoked by itself stays revoked. */
  int resume(String holderId, Instant now);
}
