package org.yongjun.pass.verification;

/** Whether a code has opened a visit; answered by whoever keeps visits. */
@FunctionalInterface
public interface UsedCodes {
  boolean isUsed(int issuer, long bindingIndex, long counter);
}
