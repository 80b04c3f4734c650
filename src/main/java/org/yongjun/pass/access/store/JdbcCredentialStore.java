package org.yongjun.pass.access.store;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.access.Credential;
import org.yongjun.pass.access.CredentialStore;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.access.SecurityProfile;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.store.Races;

@Singleton
final class JdbcCredentialStore implements CredentialStore {
  private final CredentialRows credentials;
  private final SpentAssertionRows assertions;
  private final Clock clock;

  JdbcCredentialStore(CredentialRows credentials, SpentAssertionRows assertions, Clock clock) {
    this.credentials = credentials;
    this.assertions = assertions;
    this.clock = clock;
  }

  @Override
  public void insert(Credential credential, byte[] pairingCodeHash, Instant pairingExpiresAt) {
    credentials.save(
        new CredentialRow(
            credential.id(),
            credential.role().name(),
            credential.venueId(),
            credential.region().value(),
            credential.state().name(),
            credential.publicKey(),
            pairingCodeHash,
            pairingExpiresAt,
            credential.pairedAt(),
            credential.profile().name(),
            credential.keyVersion(),
            null));
  }

  @Override
  public Optional<Credential> findById(String id) {
    return credentials.findById(id).map(JdbcCredentialStore::toCredential);
  }

  @Override
  public List<Credential> listByVenue(String venueId) {
    return credentials.listByVenue(venueId).stream()
        .map(JdbcCredentialStore::toCredential)
        .toList();
  }

  @Override
  public Optional<Credential> findAwaiting(byte[] pairingCodeHash, Instant now) {
    return credentials.findAwaiting(pairingCodeHash, now).map(JdbcCredentialStore::toCredential);
  }

  @Override
  public boolean activate(byte[] pairingCodeHash, byte[] publicKey, Instant now) {
    return credentials.activate(pairingCodeHash, publicKey, now) == 1;
  }

  @Override
  public boolean rollKey(String id, int keyVersion, byte[] publicKey) {
    return credentials.rollKey(id, keyVersion, publicKey) == 1;
  }

  @Override
  public boolean revoke(String id, Instant now) {
    return credentials.revoke(id, now) == 1;
  }

  @Override
  public boolean spendAssertion(String credentialId, byte[] assertionIdHash, Instant expiresAt) {
    assertions.deleteExpired(clock.instant());
    String id = credentialId + HexFormat.of().formatHex(assertionIdHash);
    return Races.inserted(() -> assertions.save(new SpentAssertionRow(id, expiresAt)));
  }

  private static Credential toCredential(CredentialRow row) {
    return new Credential(
        row.id(),
        Role.valueOf(row.role()),
        row.venueId(),
        new RegionCode(row.region()),
        SecurityProfile.valueOf(row.profile()),
        Credential.State.valueOf(row.state()),
        row.publicKey(),
        row.keyVersion(),
        row.pairedAt());
  }
}
