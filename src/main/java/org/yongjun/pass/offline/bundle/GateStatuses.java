package org.yongjun.pass.offline.bundle;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yongjun.pass.offline.verify.StatusView;

/**
 * The status lists that a gate holds, with what an old list still permits. Source: token
 * specification, “Status list”.
 */
public final class GateStatuses implements StatusView {
  /** A list that is not older than this is as good as new. */
  public static final long FRESH_SECONDS = 24 * 3600;

  /** Up to this age a gate admits and flags. */
  public static final long AGED_SECONDS = 72 * 3600;

  /** By an older list only certificates are admitted that were issued less than this ago. */
  public static final long NEW_CERTIFICATE_SECONDS = 48 * 3600;

  private final Map<Integer, StatusBits> lists;

  GateStatuses(Collection<StatusBits> lists) {
    this.lists =
        lists.stream()
            .collect(Collectors.toUnmodifiableMap(StatusBits::issuer, Function.identity()));
  }

  /** Without a list of the issuer nothing is known, so that nobody of it is admitted. */
  @Override
  public Status ask(int issuer, long bindingIndex, long issuedAtSeconds, long nowSeconds) {
    StatusBits list = lists.get(issuer);
    if (list == null) {
      return Status.TOO_OLD;
    }
    if (list.isSet(bindingIndex)) {
      return Status.REVOKED;
    }
    boolean isAdmitted =
        nowSeconds - list.issuedAtSeconds() <= AGED_SECONDS
            || nowSeconds - issuedAtSeconds < NEW_CERTIFICATE_SECONDS;
    return isAdmitted ? Status.GOOD : Status.TOO_OLD;
  }

  /** Whether an admission by this issuer's list is flagged, because the list is not fresh. */
  public boolean isAged(int issuer, long nowSeconds) {
    StatusBits list = lists.get(issuer);
    return list == null || nowSeconds - list.issuedAtSeconds() > FRESH_SECONDS;
  }

  /** The version of an issuer's list; empty without one. */
  public OptionalLong findVersion(int issuer) {
    StatusBits list = lists.get(issuer);
    return list == null ? OptionalLong.empty() : OptionalLong.of(list.version());
  }

  Optional<StatusBits> find(int issuer) {
    return Optional.ofNullable(lists.get(issuer));
  }

  Collection<StatusBits> all() {
    return lists.values();
  }
}
