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
    SecretBytes dataKey = SecretBytes.randomBytes(KEY_LENGTH_BYTES);
    try {
      byte[] wrappedKey =
          keyEncryption.encrypt(
              dataKey.toByteArray(InsecureSecretKeyAccess.get()), context(holderId));
      return seal(holderId, wrappedKey, dataKey, person);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot seal holder " + holderId, e);
    }
  }

  @Override
  public SealedPerson sealAgain(String holderId, SealedPerson before, Person person) {
    try {
      return seal(holderId, before.wrappedKey(), dataKey(holderId, before), person);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot seal holder " + holderId, e);
    }
  }

  @Override
  public Person open(String holderId, SealedPerson sealed) {
    try {
      byte[] plaintext =
          aead(dataKey(holderId, sealed)).decrypt(sealed.ciphertext(), context(holderId));
      return json.readValue(plaintext, PersonJson.class).person();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot open holder " + holderId, e);
    }
  }

  @Override
  public byte[] sealFacts(String holderId, SealedPerson person, String purpose, byte[] facts) {
    try {
      return aead(dataKey(holderId, person)).encrypt(facts, context(holderId, purpose));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal facts of holder " + holderId, e);
    }
  }

  @Override
  public byte[] openFacts(String holderId, SealedPerson person, String purpose, byte[] sealed) {
    try {
      return aead(dataKey(holderId, person)).decrypt(sealed, context(holderId, purpose));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot open facts of holder " + holderId, e);
    }
  }

  private SealedPerson seal(String holderId, byte[] wrappedKey, SecretBytes dataKey, Person person)
      throws GeneralSecurityException, IOException {
    byte[] plaintext = json.writeValueAsBytes(PersonJson.of(person));
    return new SealedPerson(wrappedKey, aead(dataKey).encrypt(plaintext, context(holderId)));
  }

  private SecretBytes dataKey(String holderId, SealedPerson person)
      throws GeneralSecurityException {
    return secret(keyEncryption.decrypt(person.wrappedKey(), context(holderId)));
  }

  private static byte[] context(String holderId) {
    return holderId.getBytes(StandardCharsets.UTF_8);
  }

  /** An id has no slash, so that facts never pass for a person nor for facts of another purpose. */
  private static byte[] context(String holderId, String purpose) {
    return context(holderId + "/" + purpose);
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
