package org.yongjun.pass.certificate.store;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
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
  private final KeyWrap keyWrap;
  private final Signatures signatures;

  JdbcCertificateStore(
      IssuerRows issuers,
      IssuerKeyRows keys,
      BindingRows bindings,
      CertificateRows certificates,
      KeyWrap keyWrap,
      Signatures signatures) {
    this.issuers = issuers;
    this.keys = keys;
    this.bindings = bindings;
    this.certificates = certificates;
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
    return issuers.getTaken(issuer);
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
    BindingRow row =
        new BindingRow(
            binding.id(),
            binding.issuer(),
            binding.index(),
            binding.holderId(),
            binding.deviceKey().algorithm().id(),
            binding.deviceKey().bytes(),
            binding.custody().name(),
            binding.state().name(),
            binding.createdAt());
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
  public Optional<Certificate> findNewest(Binding binding) {
    return certificates
        .findNewest(binding.id())
        .map(
            row ->
                new Certificate(
                    row.id(),
                    binding,
                    row.issuedAt(),
                    row.expiresAt(),
                    TokenParser.parseBlock(row.block()).orElseThrow()));
  }

  @Override
  public List<Certificate> listNewestOf(String holderId) {
    return bindings.listOf(holderId).stream()
        .map(JdbcCertificateStore::toBinding)
        .flatMap(binding -> findNewest(binding).stream())
        .toList();
  }

  @Override
  public boolean isActive(int issuer, long bindingIndex) {
    return bindings
        .findState(issuer, bindingIndex)
        .filter(Binding.State.ACTIVE.name()::equals)
        .isPresent();
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
    return new Binding(
        row.id(),
        row.issuer(),
        row.bindingIndex(),
        row.holderId(),
        new RawPublicKey(Algorithm.findById(row.deviceAlgorithm()).orElseThrow(), row.deviceKey()),
        KeyCustody.valueOf(row.custody()),
        Binding.State.valueOf(row.state()),
        row.createdAt());
  }

  private static byte[] associatedData(String kid) {
    return ("issuer-key " + kid).getBytes(StandardCharsets.US_ASCII);
  }
}
