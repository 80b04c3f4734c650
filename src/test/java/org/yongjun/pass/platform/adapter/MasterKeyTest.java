package org.yongjun.pass.platform.adapter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yongjun.pass.platform.KeyDerivation;
import org.yongjun.pass.platform.StartRefusedException;

class MasterKeyTest {
  @TempDir Path folder;

  @Test
  void derivedKeyIsHkdfWithoutSaltWorkedOutByHand() throws Exception {
    byte[] master = new byte[32];
    Arrays.fill(master, (byte) 7);
    KeyDerivation keys = MasterKey.read(Files.write(folder.resolve("key"), master));
    byte[] extracted = hmac(new byte[32], master);
    byte[] expected = hmac(extracted, "label\u0001".getBytes(StandardCharsets.US_ASCII));
    assertArrayEquals(expected, keys.derive("label", 32));
    assertArrayEquals(Arrays.copyOf(expected, 16), keys.derive("label", 16));
    assertFalse(Arrays.equals(expected, keys.derive("other", 32)));
  }

  @Test
  void keyOutsideTheBoundsIsABug() throws IOException {
    KeyDerivation keys = MasterKey.read(Files.write(folder.resolve("key"), new byte[32]));
    assertThrows(IllegalArgumentException.class, () -> keys.derive("", 32));
    assertThrows(IllegalArgumentException.class, () -> keys.derive("label", 0));
    assertThrows(IllegalArgumentException.class, () -> keys.derive("label", 65));
  }

  @Test
  void fileOfAnotherLengthOrNoneIsRefused() throws IOException {
    for (int length : new int[] {0, 31, 33, 64}) {
      Path file = Files.write(folder.resolve("key-" + length), new byte[length]);
      assertThrows(StartRefusedException.class, () -> MasterKey.read(file));
    }
    assertThrows(StartRefusedException.class, () -> MasterKey.read(folder.resolve("missing")));
  }

  @Test
  void embeddedKeyIsDrawnOnceAndOnlyItsOwnerMayReadIt() throws IOException {
    Path path = folder.resolve("data");
    byte[] first;
    try (DataFolder data = DataFolder.open(path)) {
      first = MasterKey.of(data, new SecureRandom()).derive("label", 32);
    }
    try (DataFolder data = DataFolder.open(path)) {
      assertArrayEquals(first, MasterKey.of(data, new SecureRandom()).derive("label", 32));
    }
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve("master.key"))));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
  }

  @Test
  void folderHasOneOwnerAtATime() {
    Path path = folder.resolve("data");
    try (DataFolder first = DataFolder.open(path)) {
      first.announce("http://localhost:1");
      assertThrows(StartRefusedException.class, () -> DataFolder.open(path));
    }
    DataFolder.open(path).close();
  }

  private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message);
  }
}
