package org.yongjun.pass.card;

import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;

/**
 * A kind of card.
 *
 * @param region where it is offered
 * @param partner whoever makes it; null where it is our own static card
 * @param classes who may have one
 */
public record CardType(
    String code, RegionCode region, String title, @Nullable String partner, HolderClasses classes) {
  public static final String CODE_PATTERN = "[a-z0-9][a-z0-9-]{0,39}";
  public static final int TITLE_LENGTH_MAX = 120;
  public static final int PARTNER_LENGTH_MAX = 120;
}
