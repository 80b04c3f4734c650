package org.yongjun.pass.verification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.yongjun.pass.holder.PersonSeal;
import org.yongjun.pass.platform.Ids;

/**
 * Keeps what is written of the papers of a death, which may name persons, under the key of the
 * deceased, and finds the same words again without telling them.
 */
public final class SurvivorPapers {
  public static final String KEY_LABEL = "verification/survivor-paper";
  public static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final PersonSeal seal;
  private final SecretKeySpec key;
  private final Ids ids;

  public SurvivorPapers(PersonSeal seal, byte[] key, Ids ids) {
    this.seal = seal;
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.ids = ids;
  }

  /**
   * What may be kept of a paper.
   *
   * @param claimId a new claim's, to which what is sealed is bound
   * @param sealed base64; empty where the deceased has been erased
   * @param index the same for the same words whatever spaces are between them
   */
  record Paper(String claimId, String sealed, String index) {}

  Paper paperOf(String deceasedHolderId, String document) {
    String claimId = ids.next();
    String sealed =
        seal.seal(
                deceasedHolderId,
                "survivor-claim/" + claimId,
                document.getBytes(StandardCharsets.UTF_8))
            .map(Base64.getEncoder()::encodeToString)
            .orElse("");
    return new Paper(claimId, sealed, indexOf(deceasedHolderId, document));
  }

  /** 64 hex digits. */
  private String indexOf(String deceasedHolderId, String document) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      String words = document.replaceAll("\\s+", "");
      byte[] text = (deceasedHolderId + "\n" + words).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
