package org.yongjun.pass.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.offline.token.RawPublicKey;

/** Keeps the issuer, its keys, bindings and certificates. */
public interface CertificateStore {
  /** False when the issuer was there already. */
  boolean insert(Issuer issuer);

  /** The next index of this issuer, never given twice; in the caller's transaction. */
  long takeIndex(int issuer);

  /** How many indices were given: the indices are 0 … this − 1. */
  long countIndices(int issuer);

  /** False when a key of that id was there already. */
  boolean insert(IssuerKey key, byte[] privateKey);

  List<IssuerKey> listKeys();

  /** False when the device's key is bound already. */
  boolean insert(Binding binding);

  void insert(Certificate certificate);

  Optional<Binding> findByDevice(RawPublicKey deviceKey);

  Optional<Binding> findBinding(String bindingId);

  Optional<Binding> findBinding(int issuer, long bindingIndex);

  /** A certificate by its id, old ones too. */
  Optional<Certificate> findCertificate(String certificateId);

  /** The newest certificate of a binding. */
  Optional<Certificate> findNewest(Binding binding);

  List<Certificate> listNewestOf(String holderId);

  /** All bindings of a holder, locked until the caller's transaction ends. */
  List<Binding> lockBindings(String holderId);

  /**
   * Moves an active binding on to its next certificate; false when it is not active any more or
   * another renewal was first.
   */
  boolean renew(Binding binding, Instant expiresAt);

  /** False when the binding's state is not {@code from}. */
  boolean changeState(String bindingId, Binding.State from, Binding.State to);

  /**
   * Makes a binding the holder's only card.
   *
   * @return the binding of the card that it replaces
   */
  Optional<String> replaceCard(String holderId, String bindingId);

  /** Whether that index was assigned and is active. */
  boolean isActive(int issuer, long bindingIndex);

  /**
   * The same, and if so nobody changes it until the caller's transaction ends.
   *
   * @param now kept as the time of the last use
   */
  boolean holdActive(int issuer, long bindingIndex, Instant now);
}
