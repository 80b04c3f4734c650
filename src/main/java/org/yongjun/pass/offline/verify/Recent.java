package org.yongjun.pass.offline.verify;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;

/** A bounded, thread-safe memory that forgets what was not asked for longest. */
final class Recent<K, V> {
  private final int sizeMax;
  private final LinkedHashMap<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);

  Recent(int sizeMax) {
    this.sizeMax = sizeMax;
  }

  synchronized Optional<V> find(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  synchronized void put(K key, V value) {
    entries.put(key, value);
    if (entries.size() > sizeMax) {
      Iterator<K> eldestFirst = entries.keySet().iterator();
      eldestFirst.next();
      eldestFirst.remove();
    }
  }
}
