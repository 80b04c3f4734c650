package org.yongjun.pass.offline.verify;

/** Whether the number plate that an online barrier reads is the one filed for a vehicle card. */
public interface PlateView {
  /** A reader without a barrier's camera, or without a network: no plate ever matches. */
  PlateView NONE = (issuer, bindingIndex) -> false;

  /** Asked for vehicle-only static cards at unattended readers, and for nothing else. */
  boolean matches(int issuer, long bindingIndex);
}
