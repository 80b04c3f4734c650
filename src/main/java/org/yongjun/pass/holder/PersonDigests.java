package org.yongjun.pass.holder;

import org.jspecify.annotations.Nullable;

/**
 * Keyed hashes of personal data, 64 lower-case hex digits each: they find a person by what the
 * person gives, and tell whether anything changed, without decrypting.
 *
 * @param content over all fields of the person
 */
public record PersonDigests(
    String idNumber, String phone, @Nullable String nationalCard, String content) {
  /** Characters of one digest. */
  public static final int LENGTH = 64;

  /** Whoever has the key could find a person by them. */
  @Override
  public String toString() {
    return "PersonDigests";
  }
}
