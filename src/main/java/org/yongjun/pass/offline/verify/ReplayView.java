package org.yongjun.pass.offline.verify;

/** Which dynamic codes the reader has admitted before. */
public interface ReplayView {
  /** Whether the code with that counter was seen before; asking does not mark it as seen. */
  boolean seen(int issuer, long bindingIndex, long counter);
}
