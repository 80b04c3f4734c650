package org.yongjun.pass.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The bits of the status list and the log of their changes; writes in the caller's transaction. */
public interface StatusStore {
  /** Begins an issuer's list where it has none. */
  void begin(int issuer, Instant now);

  /** Sets the bits of bindings of one issuer, under the list's next version. */
  void set(List<Binding> bindings, Instant now);

  /** Clears those of them that are set, under the list's next version. */
  void clear(List<Binding> bindings, Instant now);

  /**
   * Clears bits whose last certificate expired long enough ago, under the list's next version.
   *
   * @param most how many at once
   * @return how many
   */
  int clearDue(int issuer, Instant now, int most);

  /** The version that the list has; empty for an issuer without a list. */
  Optional<Long> findVersion(int issuer);

  /** The indices whose bit is set, ascending. */
  List<Long> listSet(int issuer);

  /** Changes after {@code since} in the order of versions. */
  List<Change> listChanges(int issuer, long since, int limit);

  /** One bit that changed. */
  record Change(long version, long bindingIndex, boolean isSet) {}
}
