package org.yongjun.pass.holder.adapter;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.yongjun.pass.holder.PlateVault;
import org.yongjun.pass.kernel.Plate;
import org.yongjun.pass.platform.KeyDerivation;

/** AES-256-GCM under a key derived for plates alone; the filing's id is associated data. */
public final class TinkPlateVault implements PlateVault {
  private static final String KEY_LABEL = "holder/vehicle-plate/encryption";
  private static final int KEY_BYTES = 32;
  private static final int IV_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private final Aead aead;

  public TinkPlateVault(KeyDerivation keys) {
    try {
      AesGcmParameters parameters =
          AesGcmParameters.builder()
              .setKeySizeBytes(KEY_BYTES)
              .setIvSizeBytes(IV_BYTES)
              .setTagSizeBytes(TAG_BYTES)
              .setVariant(AesGcmParameters.Variant.NO_PREFIX)
              .build();
      SecretBytes key =
          SecretBytes.copyFrom(keys.derive(KEY_LABEL, KEY_BYTES), InsecureSecretKeyAccess.get());
      this.aead =
          AesGcmJce.create(AesGcmKey.builder().setParameters(parameters).setKeyBytes(key).build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of plates cannot be used", e);
    }
  }

  @Override
  public byte[] seal(String filingId, Plate plate) {
    try {
      return aead.encrypt(utf8(plate.text()), utf8(filingId));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal the plate of filing " + filingId, e);
    }
  }

  @Override
  public Plate open(String filingId, byte[] sealed) {
    try {
      return new Plate(new String(aead.decrypt(sealed, utf8(filingId)), StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot open the plate of filing " + filingId, e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
