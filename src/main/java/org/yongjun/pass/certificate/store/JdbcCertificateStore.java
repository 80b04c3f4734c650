package org.yongjun.pass.certificate.store;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.certificate.Binding;
import org.yongjun.pass.certificate.Certificate;
import org.yongjun.pass.certificate.CertificateStore;
import org.yongjun.pass.certificate.Issuer;
import org.yongjun.pass.certificate.IssuerKey;
import org.yongjun.pass.certificate.KeyWrap;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.KeyCustody;
import org.yongjun.pass.offline.token.KeyId;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.RawPublicKey;
import org.yongjun.pass.offline.token.Signatures;
import org.yongjun.pass.offline.token.TokenParser;
import org.yongjun.pass.platform.store.Races;

@Singleton
final class JdbcCertificateStore implements CertificateStore {
  private final IssuerRows issuers;
  private final IssuerKeyRows keys;
  private final BindingRows bindings;
  private final CertificateRows certificates;
  private final CardSlots cards;
  private final KeyWrap keyWrap;
  private final Signatures signatures;

  JdbcCertificateStore(
      IssuerRows issuers,
      IssuerKeyRows keys,
      BindingRows bindings,
      CertificateRows certificates,
      CardSlots cards,
      KeyWrap keyWrap,
      Signatures signatures) {
    this.issuers = issuers;
    this.keys = keys;
    this.bindings = bindings;
    this.certificates = certificates;
    this.cards = cards;
    this.keyWrap = keyWrap;
    this.signatures = signatures;
  }

  @Override
  public boolean insert(Issuer issuer) {
    IssuerRow row = new IssuerRow(issuer.number(), issuer.name(), issuer.region().value(), 0);
    return Races.inserted(() -> issuers.save(row));
  }

  @Override
  public long takeIndex(int issuer) {
    if (issuers.advance(issuer) != 1) {
      throw new IllegalStateException("issuer " + issuer + " is not registered");
    }
    return issuers.getNext(issuer) - 1;
  }

  @Override
  public long countIndices(int issuer) {
    return issuers.getNext(issuer);
  }

  @Override
  public boolean insert(IssuerKey key, byte[] privateKey) {
    ListedKey listed = key.listed();
    IssuerKeyRow row =
        new IssuerKeyRow(
            listed.id().hex(),
            listed.publicKey().algorithm().id(),
            listed.purpose().name(),
            listed.publicKey().bytes(),
            keyWrap.wrap(privateKey, associatedData(listed.id().hex())),
            listed.classScope().bits(),
            listed.regionScope().value(),
            listed.notBeforeSeconds(),
            listed.signUntilSeconds(),
            listed.expiresSeconds());
    return Races.inserted(() -> keys.save(row));
  }

  @Override
  public List<IssuerKey> listKeys() {
    return keys.list().stream().map(this::toKey).toList();
  }

  @Override
  public boolean insert(Binding binding) {
    RawPublicKey deviceKey = binding.deviceKey();
    BindingRow row =
        new BindingRow(
            binding.id(),
            binding.issuer(),
            binding.index(),
            binding.holderId(),
            binding.kind().name(),
            deviceKey == null ? null : deviceKey.algorithm().id(),
            deviceKey == null ? null : deviceKey.bytes(),
            binding.custody().name(),
            binding.state().name(),
            binding.serial(),
            binding.createdAt(),
            binding.expiresAt(),
            null);
    return Races.inserted(() -> bindings.save(row));
  }

  @Override
  public void insert(Certificate certificate) {
    certificates.save(
        new CertificateRow(
            certificate.id(),
            certificate.binding().id(),
            certificate.block().unverifiedFields().keyId().hex(),
            certificate.issuedAt(),
            certificate.expiresAt(),
            certificate.block().bytes()));
  }

  @Override
  public Optional<Binding> findByDevice(RawPublicKey deviceKey) {
    return bindings.findByDeviceKey(deviceKey.bytes()).map(JdbcCertificateStore::toBinding);
  }

  @Override
  public Optional<Binding> findBinding(String bindingId) {
    return bindings.findById(bindingId).map(JdbcCertificateStore::toBinding);
  }

  @Override
  public Optional<Binding> findBinding(int issuer, long bindingIndex) {
    return bindings.findByIndex(issuer, bindingIndex).map(JdbcCertificateStore::toBinding);
  }

  @Override
  public Optional<Certificate> findCertificate(String certificateId) {
    return certificates
        .findById(certificateId)
        .map(row -> toCertificate(row, findBinding(row.bindingId()).orElseThrow()));
  }

  @Override
  public Optional<Certificate> findNewest(Binding binding) {
    return certificates.findNewest(binding.id()).map(row -> toCertificate(row, binding));
  }

  @Override
  public List<Certificate> listNewestOf(String holderId) {
    return bindings.listOf(holderId).stream()
        .map(JdbcCertificateStore::toBinding)
        .flatMap(binding -> findNewest(binding).stream())
        .toList();
  }

  @Override
  public List<Binding> lockBindings(String holderId) {
    return bindings.lockAllOf(holderId).stream().map(JdbcCertificateStore::toBinding).toList();
  }

  @Override
  public boolean renew(Binding binding, Instant expiresAt) {
    return bindings.renew(binding.id(), binding.serial(), expiresAt) == 1;
  }

  @Override
  public boolean changeState(String bindingId, Binding.State from, Binding.State to) {
    return bindings.changeState(bindingId, from.name(), to.name()) == 1;
  }

  @Override
  public Optional<String> replaceCard(String holderId, String bindingId) {
    if (cards.replace(holderId, bindingId) == 0) {
      if (Races.inserted(() -> cards.save(new CardSlots.Row(holderId, bindingId, null)))) {
        return Optional.empty();
      }
      // Another clerk's card came first and has committed: it is the one to replace.
      cards.replace(holderId, bindingId);
    }
    return Optional.ofNullable(cards.findById(holderId).orElseThrow().previousId());
  }

  @Override
  public boolean isActive(int issuer, long bindingIndex) {
    return bindings
        .findState(issuer, bindingIndex)
        .filter(Binding.State.ACTIVE.name()::equals)
        .isPresent();
  }

  @Override
  public boolean holdActive(int issuer, long bindingIndex, Instant now) {
    return bindings.use(issuer, bindingIndex, now) == 1;
  }

  private static Certificate toCertificate(CertificateRow row, Binding binding) {
    return new Certificate(
        row.id(),
        binding,
        row.issuedAt(),
        row.expiresAt(),
        TokenParser.parseBlock(row.block()).orElseThrow());
  }

  private IssuerKey toKey(IssuerKeyRow row) {
    Algorithm algorithm = Algorithm.findById(row.algorithm()).orElseThrow();
    byte[] privateKey = keyWrap.unwrap(row.wrappedPrivate(), associatedData(row.kid()));
    ListedKey listed =
        new ListedKey(
            KeyId.ofHex(row.kid()),
            new RawPublicKey(algorithm, row.publicKey()),
            KeyPurpose.valueOf(row.purpose()),
            new HolderClasses(row.classScope()),
            new RegionCode(row.regionScope()),
            row.notBefore(),
            row.signUntil(),
            row.expires());
    return new IssuerKey(
        listed,
        signatures.signer(
            algorithm, signatures.keys().keyPairOfPkcs8(algorithm, privateKey).getPrivate()));
  }

  private static Binding toBinding(BindingRow row) {
    Integer algorithm = row.deviceAlgorithm();
    byte[] deviceKey = row.deviceKey();
    return new Binding(
        row.id(),
        row.issuer(),
        row.bindingIndex(),
        row.holderId(),
        Binding.Kind.valueOf(row.kind()),
        algorithm == null || deviceKey == null
            ? null
            : new RawPublicKey(Algorithm.findById(algorithm).orElseThrow(), deviceKey),
        KeyCustody.valueOf(row.custody()),
        Binding.State.valueOf(row.state()),
        row.serial(),
        row.createdAt(),
        row.expiresAt());
  }

  private static byte[] associatedData(String kid) {
    return ("issuer-key " + kid).getBytes(StandardCharsets.US_ASCII);
  }
}
