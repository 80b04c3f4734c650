package org.yongjun.pass.offline.token;

import java.nio.ByteBuffer;

/** Builds what a phone shows: its block, a time, a counter and the phone's signature. */
public final class DynamicCode {
  private DynamicCode() {}

  /**
   * The bytes of a dynamic code, 203 + n of them.
   *
   * @param block a device-bound block
   * @param timeSeconds Unix seconds, 0 … 2³² − 1
   * @param counter never used before by this binding, 0 … 2³² − 1
   * @param device of the block's device algorithm
   * @throws IllegalArgumentException when an argument is none of that
   */
  public static byte[] sign(CertificateBlock block, long timeSeconds, long counter, Signer device) {
    if (block.unverifiedFields().deviceAlgorithm() != device.algorithm()) {
      throw new IllegalArgumentException("the signer is not of the block's device algorithm");
    }
    byte[] blockBytes = block.bytes();
    byte[] code = new byte[blockBytes.length + Layout.DYNAMIC_PART_LENGTH];
    ByteBuffer out = ByteBuffer.wrap(code);
    out.put(blockBytes).put((byte) 0).putInt(uint32(timeSeconds)).putInt(uint32(counter));
    byte[] message = Layout.codeMessage(code, out.position());
    out.put(CertificateBlock.requireSignature(device.sign(message)));
    return code;
  }

  private static int uint32(long value) {
    if (value < 0 || value > Layout.UINT32_MAX) {
      throw new IllegalArgumentException("time or counter out of range");
    }
    return (int) value;
  }
}
