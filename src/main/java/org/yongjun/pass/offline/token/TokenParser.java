package org.yongjun.pass.offline.token;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the bytes of codes and blocks. Everything that the token specification calls malformed is
 * refused here, and nothing is verified here.
 */
public final class TokenParser {
  private TokenParser() {}

  /** Reads the bytes of one shown code: a dynamic code or the block of a static card. */
  public static Parsed parse(byte[] code) {
    int blockLength = blockLength(code);
    if (blockLength < 0) {
      return new Malformed();
    }
    byte[] blockBytes = Arrays.copyOf(code, blockLength);
    Optional<CertificateBlock> block = BlockReader.read(blockBytes);
    if (block.isEmpty()) {
      return new Malformed();
    }
    if (block.get().unverifiedFields().type() == TokenType.STATIC_CARD) {
      return code.length == blockLength ? new UnverifiedCode(block.get(), null) : new Malformed();
    }
    if (code.length != blockLength + Layout.DYNAMIC_PART_LENGTH || code[blockLength] != 0) {
      return new Malformed();
    }
    return new UnverifiedCode(block.get(), dynamicPart(code, blockLength));
  }

  /**
   * Reads one bare block of either type, as an issuer hands it to a phone; empty when it is
   * malformed.
   */
  public static Optional<CertificateBlock> parseBlock(byte[] block) {
    return blockLength(block) == block.length ? BlockReader.read(block.clone()) : Optional.empty();
  }

  private static DynamicPart dynamicPart(byte[] code, int offset) {
    ByteBuffer in = ByteBuffer.wrap(code, offset + 1, code.length - offset - 1);
    long timeSeconds = in.getInt() & Layout.UINT32_MAX;
    long counter = in.getInt() & Layout.UINT32_MAX;
    return new DynamicPart(
        timeSeconds,
        counter,
        Layout.codeMessage(code, in.position()),
        Arrays.copyOfRange(code, in.position(), code.length));
  }

  /** Length of the block that {@code bytes} begins with, or −1 when it cannot begin with one. */
  private static int blockLength(byte[] bytes) {
    Optional<TokenType> type =
        bytes.length == 0 ? Optional.empty() : TokenType.findById(bytes[0] & Layout.UINT8_MAX);
    if (type.isEmpty() || bytes.length <= type.get().extensionOffset()) {
      return -1;
    }
    int extensionLength = bytes[type.get().extensionOffset()] & Layout.UINT8_MAX;
    int length = type.get().blockLength(extensionLength);
    return extensionLength <= Extension.LENGTH_MAX && length <= bytes.length ? length : -1;
  }
}
