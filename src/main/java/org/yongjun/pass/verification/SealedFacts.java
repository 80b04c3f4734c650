package org.yongjun.pass.verification;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.certificate.Certificates;
import org.yongjun.pass.holder.PersonSeal;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.offline.rule.HolderFacts;
import org.yongjun.pass.offline.rule.Item;

/**
 * Keeps what a decision asked about a holder so that it can be decided again, under that person's
 * key: after erasure nobody reads it. The person is found by the certificate or the survivor's
 * claim, which the ledger names anyway. A vehicle is nobody, and what is asked about it is kept as
 * it is.
 */
public final class SealedFacts {
  /** Stands where there was something to seal and the person was erased already. */
  private static final String ERASED = "";

  /** Stands before what is no person's; what is sealed has no such sign. */
  private static final String PLAIN = "plain:";

  private static final HolderClasses VEHICLE_ONLY = HolderClasses.of(HolderClass.VEHICLE);

  private final PersonSeal seal;
  private final Certificates certificates;
  private final SurvivorClaimStore claims;

  public SealedFacts(PersonSeal seal, Certificates certificates, SurvivorClaimStore claims) {
    this.seal = seal;
    this.certificates = certificates;
    this.claims = claims;
  }

  /**
   * What was shown, by which its holder is found again.
   *
   * @param shownAs {@link ShownAs#text}
   */
  public record Shown(int issuer, long bindingIndex, String shownAs) {}

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
    String text = HolderFactsText.write(consulted.only(facts));
    return Optional.of(
        seal.seal(holderId, purpose, text.getBytes(StandardCharsets.UTF_8))
            .map(Base64.getEncoder()::encodeToString)
            .orElse(facts.classes().equals(VEHICLE_ONLY) ? PLAIN + text : ERASED));
  }

  /** The same facts for another purpose. */
  public String sealAgain(Shown shown, String sealed, String purpose, String newPurpose) {
    if (sealed.startsWith(PLAIN)) {
      return sealed;
    }
    Optional<String> again =
        sealed.equals(ERASED)
            ? Optional.empty()
            : findHolderId(shown)
                .flatMap(
                    holder ->
                        seal.open(holder, purpose, Base64.getDecoder().decode(sealed))
                            .flatMap(text -> seal.seal(holder, newPurpose, text)))
                .map(Base64.getEncoder()::encodeToString);
    return again.orElse(ERASED);
  }

  /** What {@link #seal} sealed for the holder of what was shown; empty after erasure. */
  public Optional<HolderFacts> open(
      Shown shown, HolderClasses classes, String sealed, String purpose) {
    if (sealed.equals(ERASED)) {
      return Optional.empty();
    }
    if (sealed.startsWith(PLAIN)) {
      return Optional.of(HolderFactsText.read(classes, sealed.substring(PLAIN.length())));
    }
    return findHolderId(shown)
        .flatMap(holder -> seal.open(holder, purpose, Base64.getDecoder().decode(sealed)))
        .map(text -> HolderFactsText.read(classes, new String(text, StandardCharsets.UTF_8)));
  }

  private Optional<String> findHolderId(Shown shown) {
    return ShownAs.of(shown.shownAs()) instanceof ShownAs.Claim(String id)
        ? claims.findById(id).map(SurvivorClaim::deceasedHolderId)
        : certificates.findHolderId(shown.issuer(), shown.bindingIndex());
  }
}
