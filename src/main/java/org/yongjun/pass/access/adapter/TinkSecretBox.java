package org.yongjun.pass.access.adapter;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.yongjun.pass.access.SecretBox;

/** AES-256-GCM by Tink, the owner's id as associated data, so that rows cannot be swapped. */
public final class TinkSecretBox implements SecretBox {
  /** The label under which the key is derived. */
  public static final String KEY_LABEL = "access/second-factor";

  public static final int KEY_BYTES = 32;

  private static final int IV_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private final Aead aead;

  public TinkSecretBox(byte[] key) {
    try {
      AesGcmParameters parameters =
          AesGcmParameters.builder()
              .setKeySizeBytes(KEY_BYTES)
              .setIvSizeBytes(IV_BYTES)
              .setTagSizeBytes(TAG_BYTES)
              .setVariant(AesGcmParameters.Variant.NO_PREFIX)
              .build();
      SecretBytes bytes = SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
      this.aead =
          AesGcmJce.create(
              AesGcmKey.builder().setParameters(parameters).setKeyBytes(bytes).build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot be used", e);
    }
  }

  @Override
  public byte[] seal(String owner, byte[] secret) {
    try {
      return aead.encrypt(secret, owner.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal the secret of " + owner, e);
    }
  }

  @Override
  public byte[] open(String owner, byte[] sealed) {
    try {
      return aead.decrypt(sealed, owner.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot open the secret of " + owner, e);
    }
  }
}
