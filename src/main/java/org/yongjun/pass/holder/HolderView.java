package org.yongjun.pass.holder;

import org.jspecify.annotations.Nullable;

/**
 * A holder as an officer sees one.
 *
 * @param maskedName surname + 某; null once the personal data is erased
 */
public record HolderView(HolderRecord holder, @Nullable String maskedName) {
  @Override
  public String toString() {
    return "HolderView[" + holder.id() + "]";
  }
}
