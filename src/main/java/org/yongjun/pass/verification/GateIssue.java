package org.yongjun.pass.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.certificate.DocumentSigner;
import org.yongjun.pass.certificate.IssuerKeys;
import org.yongjun.pass.certificate.KeyListPublisher;
import org.yongjun.pass.certificate.StatusListPublisher;
import org.yongjun.pass.certificate.StatusLists;
import org.yongjun.pass.offline.bundle.StatusPart;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.platform.Outcome;

/** What the issuer adds to a bundle: its keys, its status list and its signature. */
public final class GateIssue {
  private static final String TYPE = "gate-bundle+jwt";
  private static final String KEYS_MARK = "keys";
  private static final String STATUS_MARK = "status";

  private final IssuerKeys keys;
  private final KeyListPublisher keyLists;
  private final StatusLists statuses;
  private final StatusListPublisher statusLists;
  private final DocumentSigner signer;

  public GateIssue(
      IssuerKeys keys,
      KeyListPublisher keyLists,
      StatusLists statuses,
      StatusListPublisher statusLists,
      DocumentSigner signer) {
    this.keys = keys;
    this.keyLists = keyLists;
    this.statuses = statuses;
    this.statusLists = statusLists;
    this.signer = signer;
  }

  /** What changes with the keys and with the status list, and with nothing else. */
  Map<String, String> marks() {
    return Map.of(
        KEYS_MARK,
        hash(keys.list()),
        STATUS_MARK,
        Long.toString(statuses.findVersion(issuer()).orElseThrow()));
  }

  /** Always given: it is short, and each instance of the server signs its own from time to time. */
  String keyList() {
    return keyLists.current().compactJws();
  }

  /**
   * The status list: what changed where the gate has an earlier one, which also tells that the rest
   * still holds; or the whole.
   *
   * @param known the marks of what the gate has; empty if it has nothing
   */
  List<StatusPart> statusLists(Map<String, String> known) {
    return Optional.ofNullable(known.get(STATUS_MARK))
        .flatMap(version -> findChange(Long.parseLong(version)))
        .map(List::of)
        .orElseGet(
            () ->
                statusLists.find(issuer()).stream()
                    .map(list -> new StatusPart(issuer(), false, list.compactJws()))
                    .toList());
  }

  private Optional<StatusPart> findChange(long since) {
    return statusLists.delta(issuer(), since) instanceof Outcome.Done<String>(String jws)
        ? Optional.of(new StatusPart(issuer(), true, jws))
        : Optional.empty();
  }

  String sign(byte[] json) {
    return signer.sign(KeyPurpose.BUNDLE, TYPE, json);
  }

  private int issuer() {
    return keys.issuer().number();
  }

  private static String hash(List<ListedKey> listed) {
    StringBuilder text = new StringBuilder();
    for (ListedKey key : listed) {
      text.append(key.id().hex())
          .append(key.publicKey().base64Url())
          .append(' ')
          .append(key.purpose())
          .append(key.classScope().bits())
          .append(' ')
          .append(key.regionScope())
          .append(key.notBeforeSeconds())
          .append(' ')
          .append(key.signUntilSeconds())
          .append(' ')
          .append(key.expiresSeconds())
          .append('\n');
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
