package org.yongjun.pass.redemption;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.kernel.Plate;
import org.yongjun.pass.verification.BillLine;
import org.yongjun.pass.verification.Presented;
import org.yongjun.pass.verification.Stay;

/** What makes two requests under one key the same: code or visit, venue, bill and channel. */
final class RequestHash {
  private final MessageDigest digest;

  private RequestHash() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static byte[] of(Caller terminal, RedeemCommand command) {
    RequestHash hash = new RequestHash();
    hash.add(String.valueOf(terminal.venueId()));
    switch (command) {
      case RedeemCommand.OfBill(String key, Presented presented) -> hash.add(presented);
      case RedeemCommand.OfVerification(String key, String verificationId) -> {
        hash.add("verification");
        hash.add(verificationId);
      }
    }
    return hash.digest.digest();
  }

  static byte[] ofReversal(String redemptionId, String reason, List<BillLine> remaining) {
    RequestHash hash = new RequestHash();
    hash.add("reversal");
    hash.add(redemptionId);
    hash.add(reason);
    remaining.forEach(hash::add);
    return hash.digest.digest();
  }

  /** Not of what a terminal may tell better later, such as its bundle. */
  static byte[] ofTap(Tap tap) {
    RequestHash hash = new RequestHash();
    hash.add("tap");
    hash.add(tap.kind().name());
    hash.add(Long.toString(tap.sequence()));
    hash.add(tap.code());
    hash.add(Long.toString(tap.eventAt().getEpochSecond()));
    hash.add(tap.names());
    hash.add(tap.decision().itemId());
    hash.add(Long.toString(tap.decision().listFen()));
    hash.add(Long.toString(tap.decision().payableFen()));
    hash.add(Long.toString(tap.decision().valueFen()));
    return hash.digest.digest();
  }

  private void add(Presented presented) {
    switch (presented.by()) {
      case Presented.By.Code(String text) -> {
        add("code");
        add(text);
      }
      case Presented.By.Visit(String id) -> {
        add("visit");
        add(id);
      }
      case Presented.By.Claim(String id) -> {
        add("claim");
        add(id);
      }
    }
    add(presented.channel());
    addIfSaid("plate", presented.plate().map(Plate::text).orElse(null));
    presented.bill().forEach(this::add);
  }

  private void add(BillLine line) {
    add(line.label());
    add(String.valueOf(line.listFen()));
    add(String.valueOf(line.referenceFen()));
    addIfSaid("reason", line.referenceReason());
    addIfSaid("milliUnits", line.milliUnits());
    addIfSaid("companion", line.companion());
    Stay stay = line.stay();
    addIfSaid("entryAt", stay == null ? null : stay.entryAt());
    addIfSaid("exitAt", stay == null ? null : stay.exitAt());
  }

  /** What a request may leave out adds nothing then, so that older requests keep their hash. */
  private void addIfSaid(String name, @Nullable Object value) {
    if (value != null) {
      add(name);
      add(value.toString());
    }
  }

  /** Each field after its length, so that no two requests give the same bytes. */
  private void add(String field) {
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
