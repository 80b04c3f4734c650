package org.yongjun.pass.offline.token;

/** What follows the block in a dynamic code, not verified yet. */
public final class DynamicPart {
  private final long timeSeconds;
  private final long counter;
  private final byte[] signedMessage;
  private final byte[] signature;

  DynamicPart(long timeSeconds, long counter, byte[] signedMessage, byte[] signature) {
    this.timeSeconds = timeSeconds;
    this.counter = counter;
    this.signedMessage = signedMessage;
    this.signature = signature;
  }

  /** The phone's clock when it made the code, in Unix seconds. */
  public long timeSeconds() {
    return timeSeconds;
  }

  public long counter() {
    return counter;
  }

  /** What the phone signs: ASCII {@code YJ1code} and every byte before the signature. */
  public byte[] signedMessage() {
    return signedMessage.clone();
  }

  /** A copy of the phone's 64-byte signature. */
  public byte[] signature() {
    return signature.clone();
  }
}
