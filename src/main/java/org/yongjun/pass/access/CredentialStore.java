package org.yongjun.pass.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps credentials; each change is one conditional statement. */
public interface CredentialStore {
  void insert(Credential credential, byte[] pairingCodeHash, Instant pairingExpiresAt);

  Optional<Credential> findById(String id);

  /** The credentials of a venue, in the order of their ids. */
  List<Credential> listByVenue(String venueId);

  /** The credential that awaits this pairing code at {@code now}, if any. */
  Optional<Credential> findAwaiting(byte[] pairingCodeHash, Instant now);

  /** Spends the pairing code; false when another caller spent it first or it expired. */
  boolean activate(byte[] pairingCodeHash, byte[] publicKey, Instant now);

  /** Puts the key in place of the one of that version; false when that one is not in force. */
  boolean rollKey(String id, int keyVersion, byte[] publicKey);

  /** Final; false when it was revoked before. */
  boolean revoke(String id, Instant now);

  /** Records the use of an assertion id; false when it was used before. */
  boolean spendAssertion(String credentialId, byte[] assertionIdHash, Instant expiresAt);
}
