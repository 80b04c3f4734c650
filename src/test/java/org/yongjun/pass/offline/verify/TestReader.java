package org.yongjun.pass.offline.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.KeyId;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.RawPublicKey;
import org.yongjun.pass.offline.token.TokenSamples;

/** A reader: a verifier with a key list and views in memory, all adjustable. */
final class TestReader {
  /** One hour after the samples were issued. */
  static final long NOW = TokenSamples.ISSUED_AT + 3600;

  static final long DAY = 86_400;

  final Map<KeyId, ListedKey> keys = new HashMap<>();
  final Set<ReplayKey> seen = new HashSet<>();
  final Set<HolderTag> tooSoon = new HashSet<>();
  StatusView.Status status = StatusView.Status.GOOD;
  boolean plateMatches;
  Reader place = Reader.ATTENDED;
  int questions;

  final CodeVerifier verifier;

  TestReader() {
    this(CodeVerifier.REMEMBERED_BLOCKS);
  }

  TestReader(int rememberedBlocks) {
    verifier =
        new CodeVerifier(
            TokenSamples.SIGNATURES, id -> Optional.ofNullable(keys.get(id)), rememberedBlocks);
  }

  /** A reader that lists the sample issuer's key for everything. */
  static TestReader listing(Algorithm issuer, KeyPurpose purpose) {
    TestReader reader = new TestReader();
    reader.list(TokenSamples.issuer(issuer).raw(), purpose);
    return reader;
  }

  void list(RawPublicKey key, KeyPurpose purpose) {
    HolderClasses all = HolderClasses.of(HolderClass.values());
    list(key, purpose, all, RegionCode.NATION);
  }

  void list(RawPublicKey key, KeyPurpose purpose, HolderClasses classes, RegionCode region) {
    long issued = TokenSamples.ISSUED_AT;
    listTimes(key, purpose, classes, region, issued - DAY, issued + 90 * DAY);
  }

  void listTimes(
      RawPublicKey key,
      KeyPurpose purpose,
      HolderClasses classes,
      RegionCode region,
      long notBefore,
      long signUntil) {
    KeyId id = TokenSamples.KEY_ID;
    long expires = signUntil + 60 * DAY;
    keys.put(id, new ListedKey(id, key, purpose, classes, region, notBefore, signUntil, expires));
  }

  CodeVerdict verify(byte[] code, long nowSeconds) {
    return verify(CodeText.encode(code), nowSeconds);
  }

  CodeVerdict verify(String text, long nowSeconds) {
    return verifier.verify(text, place, views(), nowSeconds);
  }

  /** “ACCEPTED” or the name of the reason. */
  String outcome(byte[] code, long nowSeconds) {
    return outcome(verify(code, nowSeconds));
  }

  static String outcome(CodeVerdict verdict) {
    if (verdict instanceof CodeVerdict.Refused refused) {
      boolean isProven = refused.reason().number() > ReasonCode.BAD_DEVICE_SIGNATURE.number();
      if (isProven != refused.code().isPresent()) {
        throw new AssertionError("a refused code is handed on exactly when it is proven");
      }
      return refused.reason().name();
    }
    return "ACCEPTED";
  }

  private Views views() {
    return new Views(
        (issuer, index, issuedAt, now) -> {
          questions++;
          return status;
        },
        (issuer, index, counter) -> {
          questions++;
          return seen.contains(new ReplayKey(issuer, index, counter));
        },
        (issuer, tag, now) -> {
          questions++;
          return tooSoon.contains(tag);
        },
        (issuer, index) -> {
          questions++;
          return plateMatches;
        });
  }
}
