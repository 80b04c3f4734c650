package org.yongjun.pass.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A set of holder classes in its 16-bit form.
 *
 * @param bits bit i set = the i-th {@link HolderClass}; bits 14 and 15 are zero
 */
public record HolderClasses(int bits) {
  private static final int BITS_ALL = (1 << HolderClass.values().length) - 1;

  public HolderClasses {
    if ((bits & ~BITS_ALL) != 0) {
      throw new IllegalArgumentException("reserved holder class bit");
    }
  }

  public static HolderClasses of(Collection<HolderClass> classes) {
    int bits = 0;
    for (HolderClass each : classes) {
      bits |= each.bit();
    }
    return new HolderClasses(bits);
  }

  public static HolderClasses of(HolderClass... classes) {
    return of(List.of(classes));
  }

  /** Whether {@code bits} has no reserved bit set. */
  public static boolean isValid(int bits) {
    return (bits & ~BITS_ALL) == 0;
  }

  public boolean has(HolderClass holderClass) {
    return (bits & holderClass.bit()) != 0;
  }

  public boolean isEmpty() {
    return bits == 0;
  }

  /** The classes that both sets have. */
  public HolderClasses and(HolderClasses other) {
    return new HolderClasses(bits & other.bits);
  }

  /** The classes in the order of their bits. */
  public List<HolderClass> list() {
    List<HolderClass> classes = new ArrayList<>();
    for (HolderClass each : HolderClass.values()) {
      if (has(each)) {
        classes.add(each);
      }
    }
    return List.copyOf(classes);
  }
}
