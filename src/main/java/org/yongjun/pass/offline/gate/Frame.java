package org.yongjun.pass.offline.gate;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One record of a journal file: mark (4 bytes), length of the payload (4), CRC-32C (4) over all
 * that follows it and the length, record number (8), payload. All integers big-endian.
 *
 * @param number rises from record to record, over all files of a gate
 * @param payload 0 … {@link #PAYLOAD_MAX} bytes
 */
record Frame(long number, byte[] payload) {
  /** Far more than an entry with the longest code takes. */
  static final int PAYLOAD_MAX = 8192;

  static final int HEAD_LENGTH = 20;

  /** ASCII {@code YJG1}; a reader finds the next record by it after a damaged place. */
  static final int MARK = 0x594A4731;

  private static final int LENGTH_OFFSET = 4;
  private static final int CRC_OFFSET = 8;
  private static final int NUMBER_OFFSET = 12;

  Frame {
    if (number < 1 || payload.length > PAYLOAD_MAX) {
      throw new IllegalArgumentException("number or length of a record out of range");
    }
  }

  int length() {
    return HEAD_LENGTH + payload.length;
  }

  ByteBuffer encode() {
    ByteBuffer out = ByteBuffer.allocate(length());
    out.putInt(MARK).putInt(payload.length).putInt(0).putLong(number).put(payload);
    out.putInt(CRC_OFFSET, checksum(out, 0, payload.length));
    return out.flip();
  }

  /** The record that begins at an offset; empty where none that is whole and sound begins. */
  static Optional<Frame> find(ByteBuffer bytes, int offset) {
    if (bytes.limit() - offset < HEAD_LENGTH || bytes.getInt(offset) != MARK) {
      return Optional.empty();
    }
    int length = bytes.getInt(offset + LENGTH_OFFSET);
    if (length < 0 || length > PAYLOAD_MAX || bytes.limit() - offset - HEAD_LENGTH < length) {
      return Optional.empty();
    }
    long number = bytes.getLong(offset + NUMBER_OFFSET);
    if (number < 1 || bytes.getInt(offset + CRC_OFFSET) != checksum(bytes, offset, length)) {
      return Optional.empty();
    }
    byte[] payload = new byte[length];
    bytes.get(offset + HEAD_LENGTH, payload);
    return Optional.of(new Frame(number, payload));
  }

  /** Over the length, the number and the payload, so that a damaged length is found out too. */
  private static int checksum(ByteBuffer bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.slice(offset + LENGTH_OFFSET, CRC_OFFSET - LENGTH_OFFSET));
    crc.update(bytes.slice(offset + NUMBER_OFFSET, HEAD_LENGTH - NUMBER_OFFSET + length));
    return (int) crc.getValue();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frame that
        && number == that.number
        && Arrays.equals(payload, that.payload);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(number) * 31 + Arrays.hashCode(payload);
  }

  /** Nothing of the payload. */
  @Override
  public String toString() {
    return "Frame[" + number + ", " + payload.length + " bytes]";
  }
}
