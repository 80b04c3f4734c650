package org.yongjun.pass.offline.token;

import java.util.Optional;

/** The keys that a reader believes at the moment. Implementations are thread-safe. */
public interface KeyList {
  /** The entry of that key, whatever its times and purpose, or empty. */
  Optional<ListedKey> find(KeyId id);
}
