package org.yongjun.pass.platform.adapter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.yongjun.pass.platform.KeyDerivation;
import org.yongjun.pass.platform.StartRefusedException;

/** The one secret of an installation: 32 random bytes, from which all its other keys derive. */
public final class MasterKey implements KeyDerivation {
  private static final int LENGTH_BYTES = 32;

  /** Its name in a data folder. */
  public static final String FILE = "master.key";

  private final SecretKey key;

  private MasterKey(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, "HKDF");
  }

  /**
   * Reads the operator's key.
   *
   * @throws StartRefusedException if the file is not there or is not 32 bytes long
   */
  public static MasterKey read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.size(file) == LENGTH_BYTES ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      throw new StartRefusedException(
          "无法读取主密钥文件 %s：%s。".formatted(file, e),
          "The master key file %s cannot be read: %s.".formatted(file, e),
          e);
    }
    if (bytes.length != LENGTH_BYTES) {
      throw new StartRefusedException(
          "主密钥文件 %s 必须恰为 32 字节。生成方法：openssl rand -out 文件 32".formatted(file),
          "The master key file %s must be exactly 32 bytes long. Make one by: openssl rand -out FILE 32"
              .formatted(file));
    }
    return new MasterKey(bytes);
  }

  /** The key that belongs to an embedded database, drawn when it is asked for first. */
  public static MasterKey of(DataFolder data, SecureRandom random) {
    data.secret(
        FILE,
        () -> {
          byte[] drawn = new byte[LENGTH_BYTES];
          random.nextBytes(drawn);
          return drawn;
        });
    return read(data.resolve(FILE));
  }

  @Override
  public byte[] derive(String label, int lengthBytes) {
    if (label.isEmpty() || lengthBytes < 1 || lengthBytes > MAX_LENGTH_BYTES) {
      throw new IllegalArgumentException("no key of " + lengthBytes + " bytes for: " + label);
    }
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(key)
                  .thenExpand(label.getBytes(StandardCharsets.UTF_8), lengthBytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
