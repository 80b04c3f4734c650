package org.yongjun.pass.venue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Text;

/**
 * Where a partner stands. {@link #after} holds every legal step and is the only place that does.
 * Stored by name: never rename.
 */
public enum VenueStage {
  /** A record without any step yet. */
  NEW("尚未申报", "not applied yet"),
  RECRUITED("已申报", "recruited"),
  REJECTED("未通过", "rejected"),
  APPROVED("已遴选", "approved"),
  AGREED("已签约", "under agreement"),
  LISTED("在册", "listed"),
  RECTIFYING("整改中", "rectifying"),
  SUSPENDED("已暂停", "suspended"),
  DELISTED("已清理", "delisted");

  private final Text text;

  VenueStage(String zh, String en) {
    this.text = new Text(zh, en);
  }

  public Text text() {
    return text;
  }

  /** Whether it counts as a partner that there is (现有): a suspended one still has its plaque. */
  public boolean isOnList() {
    return this == LISTED || this == RECTIFYING || this == SUSPENDED;
  }

  /** Where a step leads from here; empty where it is not legal. */
  public Optional<VenueStage> after(VenueEventKind step) {
    return Optional.ofNullable(
        switch (step) {
          case REGISTERED -> this == NEW ? LISTED : null;
          case APPLIED -> this == NEW || hasLeft() ? RECRUITED : orStay(isOnList());
          case APPROVED -> this == RECRUITED ? APPROVED : orStay(isOnList());
          case REJECTED -> this == RECRUITED ? REJECTED : orStay(isOnList());
          case AGREEMENT_SIGNED -> this == APPROVED ? AGREED : orStay(this == AGREED || isOnList());
          case LISTED -> this == AGREED ? LISTED : null;
          case PLAQUE_AWARDED ->
              this == AGREED ? LISTED : orStay(this == LISTED || this == RECTIFYING);
          case PLAQUE_REMOVED -> orStay(isOnList());
          case REVIEW_PASSED -> orStay(this == LISTED);
          case RECTIFICATION_ORDERED ->
              this == LISTED || this == RECTIFYING ? RECTIFYING : orStay(this == SUSPENDED);
          case RECTIFIED -> this == RECTIFYING ? LISTED : orStay(this == SUSPENDED);
          case SUSPENDED -> this == LISTED || this == RECTIFYING ? SUSPENDED : null;
          case REINSTATED -> this == SUSPENDED ? LISTED : null;
          case DELISTED -> isOnList() || this == APPROVED || this == AGREED ? DELISTED : null;
          case RATED, OWNERSHIP_CHANGED, GROUP_JOINED, GROUP_LEFT -> orStay(this != NEW);
        });
  }

  private boolean hasLeft() {
    return this == REJECTED || this == DELISTED;
  }

  private @Nullable VenueStage orStay(boolean isLegal) {
    return isLegal ? this : null;
  }
}
