package org.yongjun.pass.holder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.yongjun.pass.kernel.Plate;
import org.yongjun.pass.platform.KeyDerivation;

/** Computes blind indexes: HMAC-SHA256 under a key of its own for each field. */
public final class PersonDigester {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_LENGTH_BYTES = 32;

  private static final String TEXT_PREFIX = "'";

  private final SecretKeySpec idNumberKey;
  private final SecretKeySpec phoneKey;
  private final SecretKeySpec nationalCardKey;
  private final SecretKeySpec contentKey;
  private final SecretKeySpec plateKey;

  public PersonDigester(KeyDerivation keys) {
    this.idNumberKey = key(keys, "id-number");
    this.phoneKey = key(keys, "phone");
    this.nationalCardKey = key(keys, "national-card");
    this.contentKey = key(keys, "content");
    this.plateKey = key(keys, "plate");
  }

  /** All digests of one person. */
  public PersonDigests digest(Person person) {
    String card = person.nationalCard();
    return new PersonDigests(
        ofIdNumber(person.idNumber()),
        ofPhone(person.phone()),
        card == null ? null : mac(nationalCardKey, card),
        mac(
            contentKey,
            person.name(),
            person.idNumber(),
            person.phone(),
            Objects.requireNonNullElse(card, "")));
  }

  /**
   * A number or code as all digests take it: full-width forms become ASCII, letters upper case, and
   * what spreadsheets put before digits to keep them as text goes.
   */
  public static String normal(String written) {
    String value = Normalizer.normalize(written.strip(), Normalizer.Form.NFKC);
    String digits = value.startsWith(TEXT_PREFIX) ? value.substring(1) : value;
    return digits.strip().toUpperCase(Locale.ROOT);
  }

  /** The index of a normalised ID number. */
  public String ofIdNumber(String idNumber) {
    return mac(idNumberKey, idNumber);
  }

  /** The index of a normalised phone number. */
  public String ofPhone(String phone) {
    return mac(phoneKey, phone);
  }

  /** The index of a number plate. */
  public String ofPlate(Plate plate) {
    return mac(plateKey, plate.text());
  }

  private static SecretKeySpec key(KeyDerivation keys, String field) {
    return new SecretKeySpec(keys.derive("holder/index/" + field, KEY_LENGTH_BYTES), ALGORITHM);
  }

  /** Each part goes in behind its length, so that no two lists of parts read alike. */
  private static String mac(SecretKeySpec key, String... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        mac.update(bytes);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every Java runtime", e);
    }
  }
}
