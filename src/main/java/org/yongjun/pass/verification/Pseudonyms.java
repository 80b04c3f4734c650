package org.yongjun.pass.verification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.yongjun.pass.kernel.HolderTag;

/**
 * Stands for one person in the ledger: keyed, so that a holder tag read from a code finds nobody
 * there without the key.
 */
public final class Pseudonyms {
  public static final String KEY_LABEL = "verification/person-pseudonym";
  public static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int PSEUDONYM_BYTES = 16;

  private final SecretKeySpec key;

  public Pseudonyms(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** 32 hex digits; the same for every phone and card of that person. */
  public String of(int issuer, HolderTag tag) {
    return mac(
        ByteBuffer.allocate(Integer.BYTES + Long.BYTES).putInt(issuer).putLong(tag.bits()).array());
  }

  /** 32 hex digits for a household; its id is longer than what stands for a person. */
  public String ofHousehold(String householdId) {
    return mac(householdId.getBytes(StandardCharsets.US_ASCII));
  }

  private String mac(byte[] subject) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] full = mac.doFinal(subject);
      return HexFormat.of().formatHex(full, 0, PSEUDONYM_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
