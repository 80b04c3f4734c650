package org.yongjun.pass.offline.token;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;

/** Reads the fields of one block whose type and length are known to fit. */
final class BlockReader {
  private final ByteBuffer in;
  private final byte[] bytes;

  private BlockReader(byte[] bytes) {
    this.bytes = bytes;
    this.in = ByteBuffer.wrap(bytes);
  }

  /** Takes ownership of {@code bytes}; empty when a field is malformed. */
  static Optional<CertificateBlock> read(byte[] bytes) {
    CertificateFields fields = new BlockReader(bytes).fields();
    return fields == null ? Optional.empty() : Optional.of(new CertificateBlock(bytes, fields));
  }

  private @Nullable CertificateFields fields() {
    TokenType type = TokenType.findById(uint8()).orElse(null);
    int suite = uint8();
    Algorithm issuerAlgorithm = Algorithm.findById(suite >>> 4).orElse(null);
    Algorithm deviceAlgorithm = Algorithm.findById(suite & 0x0F).orElse(null);
    KeyId keyId = KeyId.ofBits(in.getInt());
    long bindingIndex = uint32();
    int classes = uint16();
    int attributes = uint8();
    int region = uint8() << 16 | uint16();
    long issuedAtSeconds = uint32();
    int lifetimeHours = uint16();
    int windowSeconds = uint8();
    int flags = uint8();
    KeyCustody custody = KeyCustody.findByCode(flags & Layout.CUSTODY_MASK).orElse(null);
    HolderTag holderTag = new HolderTag(in.getLong());
    if (type == null
        || issuerAlgorithm == null
        || custody == null
        || !suiteFits(type, suite & 0x0F, windowSeconds)
        || !valuesFit(classes, attributes, region, lifetimeHours, flags)) {
      return null;
    }
    RawPublicKey deviceKey = null;
    if (deviceAlgorithm != null) {
      deviceKey = deviceKey(deviceAlgorithm);
      if (deviceKey == null) {
        return null;
      }
    }
    return new CertificateFields(
        type,
        issuerAlgorithm,
        deviceAlgorithm,
        keyId,
        bindingIndex,
        new HolderClasses(classes),
        attributes & Layout.GRADE_MASK,
        attributes >>> Layout.MERIT_SHIFT,
        new RegionCode(region),
        issuedAtSeconds,
        lifetimeHours,
        windowSeconds,
        custody,
        (flags & Layout.PHOTO_CHECK_BIT) != 0,
        holderTag,
        deviceKey,
        extension());
  }

  /** A card has neither device algorithm nor window; a device-bound block has both. */
  private static boolean suiteFits(TokenType type, int deviceNibble, int windowSeconds) {
    if (type == TokenType.STATIC_CARD) {
      return deviceNibble == 0 && windowSeconds == 0;
    }
    return Algorithm.findById(deviceNibble).isPresent() && windowSeconds != 0;
  }

  private static boolean valuesFit(
      int classes, int attributes, int region, int lifetimeHours, int flags) {
    return HolderClasses.isValid(classes)
        && (attributes & Layout.ATTRIBUTES_RESERVED) == 0
        && (attributes & Layout.GRADE_MASK) <= Layout.GRADE_MAX
        && region <= RegionCode.VALUE_MAX
        && lifetimeHours != 0
        && (flags & Layout.FLAGS_RESERVED) == 0;
  }

  private @Nullable RawPublicKey deviceKey(Algorithm algorithm) {
    if (!RawPublicKey.prefixFits(algorithm, bytes[in.position()])) {
      return null;
    }
    byte[] key = new byte[RawPublicKey.LENGTH];
    in.get(key);
    return new RawPublicKey(algorithm, key);
  }

  private Extension extension() {
    int length = uint8();
    if (length == 0) {
      return Extension.NONE;
    }
    byte[] extension = new byte[length];
    in.get(extension);
    return new Extension(extension);
  }

  private int uint8() {
    return in.get() & Layout.UINT8_MAX;
  }

  private int uint16() {
    return in.getShort() & Layout.UINT16_MAX;
  }

  private long uint32() {
    return in.getInt() & Layout.UINT32_MAX;
  }
}
