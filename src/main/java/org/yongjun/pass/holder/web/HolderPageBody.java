package org.yongjun.pass.holder.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.holder.HolderPage;

/**
 * A page of holders.
 *
 * @param next sent back as {@code cursor} it gives the next page; absent on the last one
 */
@Serdeable
record HolderPageBody(List<HolderBody> holders, boolean hasMore, @Nullable String next) {
  static HolderPageBody of(HolderPage page) {
    return new HolderPageBody(
        page.holders().stream().map(HolderBody::of).toList(),
        page.next().isPresent(),
        page.next().map(Cursors::encode).orElse(null));
  }
}
