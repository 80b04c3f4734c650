package org.yongjun.pass.offline.token;

import java.util.Optional;

/** The two kinds of certificate block; the first byte of a block says which it is. */
public enum TokenType {
  /** Carries a phone's public key; shown as a dynamic code that the phone signs each time. */
  DEVICE_BOUND(0x11, 65),
  /** For paper and for people without a phone; the block itself is what the QR code holds. */
  STATIC_CARD(0x12, 32);

  private final int id;
  private final int extensionOffset;

  TokenType(int id, int extensionOffset) {
    this.id = id;
    this.extensionOffset = extensionOffset;
  }

  /** The type byte: 0x11 or 0x12. */
  public int id() {
    return id;
  }

  /** The type with that first byte, or empty. */
  public static Optional<TokenType> findById(int id) {
    if (id == DEVICE_BOUND.id) {
      return Optional.of(DEVICE_BOUND);
    }
    return id == STATIC_CARD.id ? Optional.of(STATIC_CARD) : Optional.empty();
  }

  /** Where the byte with the extension's length stands. */
  int extensionOffset() {
    return extensionOffset;
  }

  /** Bytes of a whole block, its signature included. */
  int blockLength(int extensionLength) {
    return extensionOffset + 1 + extensionLength + Layout.SIGNATURE_LENGTH;
  }
}
