package org.yongjun.pass.verification;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.certificate.Certificates;
import org.yongjun.pass.holder.PersonSeal;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.offline.rule.HolderFacts;
import org.yongjun.pass.offline.rule.Item;

/**
 * Keeps what a decision asked about a holder so that it can be decided again, under that person's
 * key: after erasure nobody reads it. The person is found by the certificate, which the ledger
 * names anyway.
 */
public final class SealedFacts {
  /** Stands where there was something to seal and the person was erased already. */
  private static final String ERASED = "";

  private final PersonSeal seal;
  private final Certificates certificates;

  public SealedFacts(PersonSeal seal, Certificates certificates) {
    this.seal = seal;
    this.certificates = certificates;
  }

  /**
   * What these items ask about the holder beyond classes and the home region that a code tells.
   *
   * @param purpose what the facts belong to; they open under the same alone
   * @return base64, or empty where they ask nothing
   */
  public Optional<String> seal(
      String holderId, HolderFacts facts, List<Item> items, String purpose) {
    ConsultedFacts consulted = ConsultedFacts.of(items);
    if (consulted.isEmpty()) {
      return Optional.empty();
    }
    byte[] text = HolderFactsText.write(consulted.only(facts)).getBytes(StandardCharsets.UTF_8);
    return Optional.of(
        seal.seal(holderId, purpose, text).map(Base64.getEncoder()::encodeToString).orElse(ERASED));
  }

  /** The same facts for another purpose. */
  public String sealAgain(
      int issuer, long bindingIndex, String sealed, String purpose, String newPurpose) {
    Optional<String> again =
        sealed.equals(ERASED)
            ? Optional.empty()
            : certificates
                .findHolderId(issuer, bindingIndex)
                .flatMap(
                    holder ->
                        seal.open(holder, purpose, Base64.getDecoder().decode(sealed))
                            .flatMap(text -> seal.seal(holder, newPurpose, text)))
                .map(Base64.getEncoder()::encodeToString);
    return again.orElse(ERASED);
  }

  /** What {@link #seal} sealed for the holder of that certificate; empty after erasure. */
  public Optional<HolderFacts> open(
      int issuer, long bindingIndex, HolderClasses classes, String sealed, String purpose) {
    if (sealed.equals(ERASED)) {
      return Optional.empty();
    }
    return certificates
        .findHolderId(issuer, bindingIndex)
        .flatMap(holder -> seal.open(holder, purpose, Base64.getDecoder().decode(sealed)))
        .map(text -> HolderFactsText.read(classes, new String(text, StandardCharsets.UTF_8)));
  }
}
