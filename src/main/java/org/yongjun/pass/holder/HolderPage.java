package org.yongjun.pass.holder;

import java.util.List;
import java.util.Optional;

/**
 * A page of holders.
 *
 * @param next where the next page starts; empty on the last page
 */
public record HolderPage(List<HolderView> holders, Optional<HolderCursor> next) {
  public HolderPage {
    holders = List.copyOf(holders);
  }
}
