package org.yongjun.pass.offline.bundle;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.offline.token.KeyId;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.Signatures;

/**
 * Reads signed status lists and what changed in them. Sources: IETF Token Status List; token
 * specification, “Status list”.
 */
final class StatusJws {
  /** 512 million bindings of one issuer. */
  static final int BITS_BYTES_MAX = 64 << 20;

  /** More changes than a server puts into one delta. */
  static final int CHANGES_MAX = 200_000;

  private static final String LIST_TYPE = "statuslist+jwt";
  private static final String DELTA_TYPE = "statusdelta+jwt";
  private static final int BUFFER_BYTES = 64 << 10;

  private final ReadKeyList keys;
  private final Signatures signatures;

  StatusJws(ReadKeyList keys, Signatures signatures) {
    this.keys = keys;
    this.signatures = signatures;
  }

  /**
   * The list that holds after this part; empty where the part is not signed by a STATUS key of its
   * issuer, not the format, or a change of another list than {@code held}.
   */
  Optional<StatusBits> read(StatusPart part, @Nullable StatusBits held) {
    try {
      CompactJws jws = CompactJws.parse(part.jws());
      JsonObject claims = JsonText.read(jws.payload());
      boolean isOfIssuer = claims.integer("issuer") == part.issuer();
      if (!isOfIssuer || !isSigned(jws, part.issuer(), claims.number("iat"))) {
        return Optional.empty();
      }
      String type = jws.type();
      if (part.isDelta()) {
        return DELTA_TYPE.equals(type) ? change(claims, held) : Optional.empty();
      }
      return LIST_TYPE.equals(type) ? Optional.of(newer(list(claims), held)) : Optional.empty();
    } catch (IllegalArgumentException | ArithmeticException | DataFormatException notAList) {
      // Whatever the text is instead, the caller gets its “no”.
      return Optional.empty();
    }
  }

  private boolean isSigned(CompactJws jws, int issuer, long atSeconds) {
    KeyId id = KeyId.ofHex(jws.kid());
    ListedKey key = keys.find(id).orElse(null);
    return id.issuer() == issuer
        && key != null
        && key.purpose() == KeyPurpose.STATUS
        && key.notBeforeSeconds() <= atSeconds
        && atSeconds <= key.signUntilSeconds()
        && jws.isBy(key.publicKey(), signatures);
  }

  private static StatusBits list(JsonObject claims) throws DataFormatException {
    JsonObject list = claims.object("status_list");
    if (list.number("bits") != 1) {
      throw new IllegalArgumentException("one bit per index");
    }
    return new StatusBits(
        claims.integer("issuer"),
        claims.number("version"),
        claims.number("iat"),
        inflate(Base64.getUrlDecoder().decode(list.text("lst"))));
  }

  /** An older list never takes the place of a newer one. */
  private static StatusBits newer(StatusBits read, @Nullable StatusBits held) {
    if (held == null || read.version() > held.version()) {
      return read;
    }
    boolean isLater =
        read.version() == held.version() && read.issuedAtSeconds() >= held.issuedAtSeconds();
    return isLater ? read : held;
  }

  /**
   * A change says what each index is at its end, so it fits every version of the list between its
   * beginning and its end.
   */
  private static Optional<StatusBits> change(JsonObject claims, @Nullable StatusBits held) {
    long from = claims.number("from");
    long to = claims.number("to");
    if (held == null || held.version() < from || to < from) {
      return Optional.empty();
    }
    if (held.version() > to) {
      return Optional.of(held);
    }
    List<Long> set = indices(claims, "set");
    List<Long> cleared = indices(claims, "cleared");
    long signedAt = Math.max(claims.number("iat"), held.issuedAtSeconds());
    return Optional.of(held.with(to, signedAt, set, cleared));
  }

  private static List<Long> indices(JsonObject claims, String name) {
    List<Long> indices = claims.numbers(name, CHANGES_MAX);
    for (long index : indices) {
      if (index < 0 || index / Byte.SIZE >= BITS_BYTES_MAX) {
        throw new IllegalArgumentException("an index out of range");
      }
    }
    return indices;
  }

  private static byte[] inflate(byte[] compressed) throws DataFormatException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(compressed);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 || out.size() + count > BITS_BYTES_MAX) {
          throw new DataFormatException("a list that ends early or is too long");
        }
        out.write(buffer, 0, count);
      }
      return out.toByteArray();
    } finally {
      inflater.end();
    }
  }
}
