package org.yongjun.pass.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.yongjun.pass.offline.token.Signatures;
import org.yongjun.pass.offline.verify.CodeVerdict;
import org.yongjun.pass.offline.verify.CodeVerifier;
import org.yongjun.pass.offline.verify.Reader;
import org.yongjun.pass.offline.verify.ReplayKey;
import org.yongjun.pass.offline.verify.StatusView;
import org.yongjun.pass.offline.verify.VerifiedCode;
import org.yongjun.pass.offline.verify.Views;

/** A reader in the state that a vector describes; the product's verifier decides for it. */
final class VectorReader {
  private static final long HOUR = 3_600;
  private static final long REPEAT_SECONDS = 5;
  private static final Signatures SIGNATURES = new Signatures();

  private final Map<KeyId, ListedKey> keys = new HashMap<>();
  private final Map<Integer, List<Long>> setBits = new HashMap<>();
  private final Map<Integer, Long> listTimes = new HashMap<>();
  private final Set<ReplayKey> seen = new HashSet<>();
  private final Map<Person, Long> admitted = new HashMap<>();
  private final Set<List<Long>> plates = new HashSet<>();
  private final Map<String, Decision> recent = new HashMap<>();
  private final Reader place;
  private final long interval;
  private final CodeVerifier verifier =
      new CodeVerifier(SIGNATURES, id -> Optional.ofNullable(keys.get(id)));
  private long latest;

  VectorReader(JsonNode vector) {
    JsonNode state = vector.get("reader");
    place = new Reader(state.get("attended").booleanValue());
    interval = state.get("antiPassbackSeconds").longValue();
    takeKeys(vector.get("keyList"));
    takeLists(state.get("statusLists"));
    for (JsonNode each : state.get("seen")) {
      long index = each.get("bindingIndex").longValue();
      long counter = each.get("counter").longValue();
      seen.add(new ReplayKey(each.get("issuer").intValue(), index, counter));
    }
    for (JsonNode each : state.get("admitted")) {
      HolderTag tag = HolderTag.ofHex(each.get("holderTag").textValue());
      admitted.put(new Person(each.get("issuer").intValue(), tag), each.get("at").longValue());
    }
    for (JsonNode each : state.get("plates")) {
      plates.add(List.of(each.get("issuer").longValue(), each.get("bindingIndex").longValue()));
    }
  }

  /** Memory is gone, the disk is not. */
  void restart() {
    recent.clear();
  }

  void sync(JsonNode event) {
    latest = event.get("signedTime").longValue();
    if (event.has("keyList")) {
      takeKeys(event.get("keyList"));
    }
    if (event.has("statusLists")) {
      takeLists(event.get("statusLists"));
    }
  }

  /** The answer in the form in which vectors expect it. */
  Map<String, Object> show(String text, long clock) {
    long now = Math.max(clock, latest);
    Decision first = recent.get(text);
    if (first != null && Math.abs(now - first.time()) <= REPEAT_SECONDS) {
      return first.json(now, true);
    }
    Decision decision = decide(text, now);
    latest = now;
    recent.put(text, decision);
    return decision.json(now, false);
  }

  private Decision decide(String text, long now) {
    CodeVerdict verdict = verifier.verify(text, place, views(), now);
    if (verdict instanceof CodeVerdict.Refused refused) {
      boolean isCard = refused.code().map(VerifiedCode::isStaticCard).orElse(isCard(text));
      return new Decision(now, refused.reason(), isCard, false, false);
    }
    VerifiedCode code = ((CodeVerdict.Accepted) verdict).code();
    code.replayKey().ifPresent(seen::add);
    admitted.put(new Person(code.issuer(), code.fields().holderTag()), now);
    boolean isAged = listAge(code.issuer(), now) > 24 * HOUR;
    boolean staffCheck = place.attended() && code.needsStaffCheck();
    return new Decision(now, null, code.isStaticCard(), isAged, staffCheck);
  }

  private Views views() {
    return new Views(
        this::status,
        (issuer, index, counter) -> seen.contains(new ReplayKey(issuer, index, counter)),
        (issuer, tag, now) -> {
          Long before = admitted.get(new Person(issuer, tag));
          return before != null && now >= before && now - before < interval;
        },
        (issuer, index) -> plates.contains(List.of((long) issuer, index)));
  }

  private StatusView.Status status(int issuer, long index, long issuedAt, long now) {
    if (setBits.getOrDefault(issuer, List.of()).contains(index)) {
      return StatusView.Status.REVOKED;
    }
    boolean isYoung = listTimes.containsKey(issuer) && now - issuedAt < 48 * HOUR;
    return listAge(issuer, now) > 72 * HOUR && !isYoung
        ? StatusView.Status.TOO_OLD
        : StatusView.Status.GOOD;
  }

  /** Without a list it is as old as can be. */
  private long listAge(int issuer, long now) {
    Long issuedAt = listTimes.get(issuer);
    return issuedAt == null ? Long.MAX_VALUE : now - issuedAt;
  }

  private void takeLists(JsonNode lists) {
    setBits.clear();
    listTimes.clear();
    for (JsonNode each : lists) {
      List<Long> set = new ArrayList<>();
      each.get("set").forEach(bit -> set.add(bit.longValue()));
      setBits.put(each.get("issuer").intValue(), set);
      listTimes.put(each.get("issuer").intValue(), each.get("issuedAt").longValue());
    }
  }

  private void takeKeys(JsonNode list) {
    keys.clear();
    for (JsonNode each : list.get("keys")) {
      KeyId id = KeyId.ofHex(each.get("kid").textValue());
      List<HolderClass> classes = new ArrayList<>();
      each.get("classes").forEach(name -> classes.add(HolderClass.valueOf(name.textValue())));
      keys.put(
          id,
          new ListedKey(
              id,
              publicKey(each),
              KeyPurpose.valueOf(each.get("purpose").textValue()),
              HolderClasses.of(classes),
              RegionCode.of(each.get("region").textValue()),
              each.get("nbf").longValue(),
              each.get("signUntil").longValue(),
              each.get("exp").longValue()));
    }
  }

  private static RawPublicKey publicKey(JsonNode jwk) {
    byte[] raw = new byte[RawPublicKey.LENGTH];
    byte[] x = Base64.getUrlDecoder().decode(jwk.get("x").textValue());
    System.arraycopy(x, 0, raw, 1, x.length);
    Algorithm algorithm =
        switch (jwk.get("crv").textValue()) {
          case "Ed25519" -> Algorithm.ED25519;
          case "P-256" -> Algorithm.P256;
          default -> Algorithm.SM2;
        };
    if (algorithm != Algorithm.ED25519) {
      byte[] y = Base64.getUrlDecoder().decode(jwk.get("y").textValue());
      raw[0] = (byte) (new BigInteger(1, y).testBit(0) ? 3 : 2);
    }
    return new RawPublicKey(algorithm, raw);
  }

  /** By its type byte, since nothing of an unproven code is handed on. */
  private static boolean isCard(String text) {
    return CodeText.decode(text).filter(code -> code.length > 0 && code[0] == 0x12).isPresent();
  }

  private record Person(int issuer, HolderTag tag) {}

  private record Decision(
      long time, @Nullable ReasonCode reason, boolean isCard, boolean isAged, boolean staffCheck) {
    Map<String, Object> json(long now, boolean isRepeat) {
      Map<String, Object> json = Vector.Maps.of("time", now);
      json.put("outcome", reason == null ? "ADMITTED" : "REFUSED");
      if (reason != null) {
        json.put("reason", reason.name());
        json.put("number", reason.number());
        json.put("retryable", reason.isRetryable());
      }
      json.put("repeat", isRepeat);
      json.put("flags", isAged ? List.of("AGED_LIST") : List.of());
      json.put("staffCheck", staffCheck);
      json.put("checks", Vector.checks(reason, isCard));
      return json;
    }
  }
}
