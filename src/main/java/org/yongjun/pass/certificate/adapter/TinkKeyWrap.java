package org.yongjun.pass.certificate.adapter;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import org.yongjun.pass.certificate.KeyWrap;

/** AES-256-GCM under a key derived from the master key. */
public final class TinkKeyWrap implements KeyWrap {
  public static final String KEY_LABEL = "certificate/issuer-key-encryption";
  public static final int KEY_BYTES = 32;

  private final Aead aead;

  public TinkKeyWrap(byte[] key) {
    try {
      this.aead = new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key of 32 bytes makes AES-256-GCM", e);
    }
  }

  @Override
  public byte[] wrap(byte[] privateKey, byte[] associatedData) {
    try {
      return aead.encrypt(privateKey, associatedData);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM encrypts", e);
    }
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] associatedData) {
    try {
      return aead.decrypt(wrapped, associatedData);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a private key was wrapped under another master key", e);
    }
  }
}
