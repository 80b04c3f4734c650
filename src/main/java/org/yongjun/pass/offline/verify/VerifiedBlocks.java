package org.yongjun.pass.offline.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yongjun.pass.offline.token.CertificateBlock;
import org.yongjun.pass.offline.token.RawPublicKey;

/**
 * Remembers which blocks an issuer's key was found to have signed, the least recently used
 * forgotten first, so that a returning phone costs one signature check and not two. It holds exact
 * bytes and the key's bytes, and only successes; hence it can save work but never change a verdict.
 */
final class VerifiedBlocks {
  private final int sizeMax;
  private final LinkedHashMap<Entry, Boolean> entries = new LinkedHashMap<>(16, 0.75f, true);

  VerifiedBlocks(int sizeMax) {
    this.sizeMax = sizeMax;
  }

  synchronized boolean contains(RawPublicKey key, CertificateBlock block) {
    return entries.get(new Entry(key, block)) != null;
  }

  synchronized void add(RawPublicKey key, CertificateBlock block) {
    entries.put(new Entry(key, block), Boolean.TRUE);
    if (entries.size() > sizeMax) {
      Map.Entry<Entry, Boolean> eldest = entries.entrySet().iterator().next();
      entries.remove(eldest.getKey());
    }
  }

  private record Entry(RawPublicKey key, CertificateBlock block) {}
}
