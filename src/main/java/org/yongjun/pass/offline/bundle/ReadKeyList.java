package org.yongjun.pass.offline.bundle;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.offline.token.KeyId;
import org.yongjun.pass.offline.token.KeyList;
import org.yongjun.pass.offline.token.ListedKey;

/**
 * A key list whose root signature held.
 *
 * @param jws the list as it was signed
 * @param version Unix seconds
 * @param expiresSeconds from then on nothing is believed by it
 */
record ReadKeyList(String jws, long version, long expiresSeconds, Map<KeyId, ListedKey> keys)
    implements KeyList {
  /** Far more than the issuers of a country have listed at once. */
  static final int KEYS_MAX = 10_000;

  ReadKeyList {
    keys = Map.copyOf(keys);
  }

  @Override
  public Optional<ListedKey> find(KeyId id) {
    return Optional.ofNullable(keys.get(id));
  }

  /** An older list never takes the place of a newer one. */
  static @Nullable ReadKeyList newest(@Nullable ReadKeyList one, @Nullable ReadKeyList other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.version() >= other.version() ? one : other;
  }

  @Override
  public String toString() {
    return "ReadKeyList[" + version + "]";
  }
}
