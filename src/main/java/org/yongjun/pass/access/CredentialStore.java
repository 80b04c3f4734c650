package org.yongjun.pass.access;

import java.time.Instant;
import java.util.Optional;

/** Keeps credentials; each change is one conditional statement. */
public interface CredentialStore {
  void insert(Credential credential, byte[] pairingCodeHash, Instant pairingExpiresAt);

  Optional<Credential> findById(String id);

  /** The credential that awaits this pairing code at {@code now}, if any. */
  Optional<Credential> findAwaiting(byte[] pairingCodeHash, Instant now);

  /** Spends the pairing code; false when another caller spent it first or it expired. */
  boolean activate(byte[] pairingCodeHash, byte[] publicKey, Instant now);

  /** Records the use of an assertion id; false when it was used before. */
  boolean spendAssertion(String credentialId, byte[] assertionIdHash, Instant expiresAt);
}
