package org.yongjun.pass.offline.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.KeyId;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.Signatures;

/**
 * Reads signed key lists. Members and kinds of keys that a reader does not know are left out, and
 * so believed in nothing. Source: token specification, “Key list”.
 */
public final class KeyListJws {
  private static final Set<String> PURPOSES =
      List.of(KeyPurpose.values()).stream().map(KeyPurpose::name).collect(Collectors.toSet());

  private KeyListJws() {}

  /** Empty where the root key did not sign it, or what it signed is no key list. */
  static Optional<ReadKeyList> read(String jws, RootKey root, Signatures signatures) {
    try {
      CompactJws parsed = CompactJws.parse(jws);
      if (!parsed.kid().equals(root.kid()) || !parsed.isBy(root.key(), signatures)) {
        return Optional.empty();
      }
      JsonObject list = JsonText.read(parsed.payload());
      Map<KeyId, ListedKey> keys = new HashMap<>();
      list.objects("keys", ReadKeyList.KEYS_MAX, each -> readKey(each, signatures)).stream()
          .flatMap(Optional::stream)
          .forEach(key -> keys.put(key.id(), key));
      return Optional.of(new ReadKeyList(jws, list.number("version"), list.number("exp"), keys));
    } catch (IllegalArgumentException | ArithmeticException notAList) {
      // Whatever the text is instead, the caller gets its “no”.
      return Optional.empty();
    }
  }

  /** One entry of a key list; empty where it is of a kind that this release does not know. */
  public static Optional<ListedKey> readKey(JsonObject jwk, Signatures signatures) {
    if (!Jwks.isKnown(jwk) || !PURPOSES.contains(jwk.text("purpose"))) {
      return Optional.empty();
    }
    return Optional.of(
        new ListedKey(
            KeyId.ofHex(jwk.text("kid")),
            Jwks.read(jwk, signatures.keys()),
            KeyPurpose.valueOf(jwk.text("purpose")),
            WhoJson.readClasses(jwk),
            RegionCode.of(jwk.text("region")),
            jwk.number("nbf"),
            jwk.number("signUntil"),
            jwk.number("exp")));
  }
}
