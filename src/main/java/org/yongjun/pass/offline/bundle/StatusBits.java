package org.yongjun.pass.offline.bundle;

import java.util.List;

/**
 * One issuer's status list in memory, 12.5 MB for 100 million bindings. Immutable.
 *
 * @param version grows with each change
 * @param issuedAtSeconds when the issuer signed that this is the state
 * @param bits bit i mod 8, counted from the lowest, of byte i / 8 belongs to index i; not copied
 */
record StatusBits(int issuer, long version, long issuedAtSeconds, byte[] bits) {
  /** Indices past the end belong to bindings that were made after the list, and are clear. */
  boolean isSet(long index) {
    long at = index / Byte.SIZE;
    return at < bits.length && (bits[(int) at] >> (index % Byte.SIZE) & 1) == 1;
  }

  /** The list after a change; an index past the end makes the list longer. */
  StatusBits with(long to, long signedAtSeconds, List<Long> set, List<Long> cleared) {
    long last = set.stream().mapToLong(Long::longValue).max().orElse(0);
    int length = Math.max(bits.length, set.isEmpty() ? 0 : (int) (last / Byte.SIZE) + 1);
    byte[] changed = new byte[length];
    System.arraycopy(bits, 0, changed, 0, bits.length);
    for (long index : set) {
      changed[(int) (index / Byte.SIZE)] |= (byte) (1 << index % Byte.SIZE);
    }
    for (long index : cleared) {
      if (index / Byte.SIZE < length) {
        changed[(int) (index / Byte.SIZE)] &= (byte) ~(1 << index % Byte.SIZE);
      }
    }
    return new StatusBits(issuer, to, signedAtSeconds, changed);
  }
}
