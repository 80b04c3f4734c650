package org.yongjun.pass.holder;

import org.yongjun.pass.kernel.Plate;

/** Seals number plates; a sealed plate opens only under its own filing. */
public interface PlateVault {
  byte[] seal(String filingId, Plate plate);

  /** Opens what {@link #seal} made; throws {@link IllegalStateException} if it was altered. */
  Plate open(String filingId, byte[] sealed);
}
