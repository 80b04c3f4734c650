package org.yongjun.pass.offline.token;

import java.nio.charset.StandardCharsets;

/** Lengths, bits and signing prefixes that the writer and the reader of the format share. */
final class Layout {
  static final int SIGNATURE_LENGTH = 64;

  /** Flags 1, time 4, counter 4, signature 64. */
  static final int DYNAMIC_PART_LENGTH = 9 + SIGNATURE_LENGTH;

  /** The longest code: a device-bound block with a full extension, and the dynamic part. */
  static final int CODE_LENGTH_MAX =
      TokenType.DEVICE_BOUND.blockLength(Extension.LENGTH_MAX) + DYNAMIC_PART_LENGTH;

  static final long UINT32_MAX = 0xFFFF_FFFFL;
  static final int UINT16_MAX = 0xFFFF;
  static final int UINT8_MAX = 0xFF;

  static final int GRADE_MAX = 10;
  static final int GRADE_MASK = 0x0F;
  static final int MERIT_MAX = 3;
  static final int MERIT_SHIFT = 4;
  static final int ATTRIBUTES_RESERVED = 0xC0;
  static final int CUSTODY_MASK = 0x03;
  static final int PHOTO_CHECK_BIT = 0x04;
  static final int FLAGS_RESERVED = 0xF8;

  private static final byte[] CERTIFICATE_PREFIX = "YJ1cert".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CODE_PREFIX = "YJ1code".getBytes(StandardCharsets.US_ASCII);

  private Layout() {}

  /** What an issuer signs: the prefix and the first {@code length} bytes of the block. */
  static byte[] certificateMessage(byte[] bytes, int length) {
    return message(CERTIFICATE_PREFIX, bytes, length);
  }

  /** What a phone signs: the prefix and the first {@code length} bytes of the code. */
  static byte[] codeMessage(byte[] bytes, int length) {
    return message(CODE_PREFIX, bytes, length);
  }

  private static byte[] message(byte[] prefix, byte[] bytes, int length) {
    byte[] message = new byte[prefix.length + length];
    System.arraycopy(prefix, 0, message, 0, prefix.length);
    System.arraycopy(bytes, 0, message, prefix.length, length);
    return message;
  }
}
