package org.yongjun.pass.offline.verify;

import org.yongjun.pass.kernel.HolderTag;

/** The anti-passback interval of the gate, counted per person. */
public interface PassbackView {
  /** Whether that person was admitted here less than the gate's interval ago. */
  boolean tooSoon(int issuer, HolderTag holderTag, long nowSeconds);
}
