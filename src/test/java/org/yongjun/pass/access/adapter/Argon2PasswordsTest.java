package org.yongjun.pass.access.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class Argon2PasswordsTest {
  private static final byte[] NO_SECRET = {};

  private final Argon2Passwords passwords = new Argon2Passwords(NO_SECRET, new SecureRandom());

  /** RFC 9106, section 5.3. */
  @Test
  void theTagIsThatOfTheStandard() {
    Argon2Parameters parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(32)
            .withIterations(3)
            .withParallelism(4)
            .withSalt(filled(16, 2))
            .withSecret(filled(8, 3))
            .withAdditional(filled(12, 4))
            .build();
    assertEquals(
        "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
        HexFormat.of().formatHex(Argon2Passwords.tag(filled(32, 1), parameters, 32)));
  }

  /** From the tests of the reference implementation (argon2id, version 19, m 65536, t 2, p 1). */
  @Test
  void aHashOfTheReferenceProgramIsRead() {
    String known =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertTrue(passwords.isRight("password", known));
    assertFalse(passwords.isRight("Password", known));
  }

  @Test
  void theSamePasswordIsNeverStoredAlike() {
    String first = passwords.hash("correct horse battery");
    assertTrue(first.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), first);
    assertNotEquals(first, passwords.hash("correct horse battery"));
    assertTrue(passwords.isRight("correct horse battery", first));
  }

  @Test
  void theHashIsNoUseWithoutTheInstallationsSecret() {
    String hash = passwords.hash("correct horse battery");
    Argon2Passwords other = new Argon2Passwords(filled(32, 9), new SecureRandom());
    assertFalse(other.isRight("correct horse battery", hash));
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
