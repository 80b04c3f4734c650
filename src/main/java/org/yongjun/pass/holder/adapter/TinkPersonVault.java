package org.yongjun.pass.holder.adapter;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.yongjun.pass.holder.Person;
import org.yongjun.pass.holder.PersonVault;
import org.yongjun.pass.holder.SealedPerson;
import org.yongjun.pass.platform.KeyDerivation;

/**
 * Envelope encryption with Tink: AES-256-GCM under a random key per person, that key encrypted with
 * AES-256-GCM under a key derived for this purpose. Both bind the holder id as associated data, so
 * that rows cannot be swapped.
 */
public final class TinkPersonVault implements PersonVault {
  private static final String KEY_LABEL = "holder/personal-data/key-encryption";
  private static final int KEY_LENGTH_BYTES = 32;

  private final Aead keyEncryption;
  private final ObjectMapper json;

  public TinkPersonVault(KeyDerivation keys, ObjectMapper json) {
    this.keyEncryption = keyEncryption(keys.derive(KEY_LABEL, KEY_LENGTH_BYTES));
    this.json = json;
  }

  @Override
  public SealedPerson seal(String holderId, Person person) {
    byte[] context = holderId.getBytes(StandardCharsets.UTF_8);
    try {
      SecretBytes dataKey = SecretBytes.randomBytes(KEY_LENGTH_BYTES);
      byte[] plaintext = json.writeValueAsBytes(PersonJson.of(person));
      return new SealedPerson(
          keyEncryption.encrypt(dataKey.toByteArray(InsecureSecretKeyAccess.get()), context),
          aead(dataKey).encrypt(plaintext, context));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot seal holder " + holderId, e);
    }
  }

  @Override
  public Person open(String holderId, SealedPerson sealed) {
    byte[] context = holderId.getBytes(StandardCharsets.UTF_8);
    try {
      byte[] dataKey = keyEncryption.decrypt(sealed.wrappedKey(), context);
      byte[] plaintext = aead(secret(dataKey)).decrypt(sealed.ciphertext(), context);
      return json.readValue(plaintext, PersonJson.class).person();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot open holder " + holderId, e);
    }
  }

  private static SecretBytes secret(byte[] key) {
    return SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
  }

  /** The primitive by itself: a keyset around each key would only add bytes to every row. */
  private static Aead aead(SecretBytes key) throws GeneralSecurityException {
    AesGcmParameters parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(KEY_LENGTH_BYTES)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
            .build();
    return AesGcmJce.create(AesGcmKey.builder().setParameters(parameters).setKeyBytes(key).build());
  }

  private static Aead keyEncryption(byte[] key) {
    try {
      return aead(secret(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key-encryption key cannot be used", e);
    }
  }
}
