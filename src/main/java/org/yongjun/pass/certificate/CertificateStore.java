package org.yongjun.pass.certificate;

import java.util.List;
import java.util.Optional;
import org.yongjun.pass.offline.token.RawPublicKey;

/** Keeps the issuer, its keys, bindings and certificates. */
public interface CertificateStore {
  /** False when the issuer was there already. */
  boolean insert(Issuer issuer);

  /** The next index of this issuer, never given twice; in the caller's transaction. */
  long takeIndex(int issuer);

  /** False when a key of that id was there already. */
  boolean insert(IssuerKey key, byte[] privateKey);

  List<IssuerKey> listKeys();

  /** False when the device's key is bound already. */
  boolean insert(Binding binding);

  void insert(Certificate certificate);

  Optional<Binding> findByDevice(RawPublicKey deviceKey);

  /** The newest certificate of a binding. */
  Optional<Certificate> findNewest(Binding binding);

  List<Certificate> listNewestOf(String holderId);

  /** Whether that index was assigned and not revoked. */
  boolean isActive(int issuer, long bindingIndex);
}
