package org.yongjun.pass.verification;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.certificate.Certificates;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.Holders;

/** Finds under which pseudonyms the ledger has a signed-in holder, for that holder's eyes only. */
public final class Persons {
  private final Holders holders;
  private final Certificates certificates;
  private final Pseudonyms pseudonyms;

  public Persons(Holders holders, Certificates certificates, Pseudonyms pseudonyms) {
    this.holders = holders;
    this.certificates = certificates;
    this.pseudonyms = pseudonyms;
  }

  /**
   * One pseudonym per issuer that has issued to the caller, revoked devices included; none for a
   * holder who never had a certificate. Empty for a caller who is no holder.
   */
  public Optional<Set<String>> findPseudonyms(Caller holder) {
    return holders.findById(holder.id()).map(record -> of(record, holder));
  }

  /** The one under which a holder counts by the certificates that this server issues. */
  String pseudonymOf(HolderRecord record) {
    return pseudonyms.of(certificates.ownIssuer(), record.tag());
  }

  /** The one under which the holder of a code counts. */
  String pseudonymOf(ShownCode code) {
    return pseudonyms.of(code.issuer(), code.holderTag());
  }

  private Set<String> of(HolderRecord record, Caller holder) {
    Stream<Integer> issuers =
        certificates.listOf(holder).stream().map(each -> each.binding().issuer()).distinct();
    return issuers
        .map(issuer -> pseudonyms.of(issuer, record.tag()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
