package org.yongjun.pass.holder.adapter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.serde.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.holder.Person;
import org.yongjun.pass.holder.SealedPerson;

class TinkPersonVaultTest {
  private static final String HOLDER = "holder-1";
  private static final Person PERSON = new Person("王测试", "11010519491231002X", "19900000001", null);

  private final TinkPersonVault vault = vault(1);

  @Test
  void whatIsSealedOpensUnderTheSameHolder() {
    assertEquals(PERSON, vault.open(HOLDER, vault.seal(HOLDER, PERSON)));
    Person withCard = new Person("王测试", "11010519491231002X", "19900000001", "DEMO0001");
    assertEquals(withCard, vault(1).open(HOLDER, vault.seal(HOLDER, withCard)));
  }

  @Test
  void itDoesNotOpenUnderAnotherHolderOrKey() {
    SealedPerson sealed = vault.seal(HOLDER, PERSON);
    assertThrows(IllegalStateException.class, () -> vault.open("holder-2", sealed));
    assertThrows(IllegalStateException.class, () -> vault(2).open(HOLDER, sealed));
  }

  @Test
  void everyHolderAndEverySealingHasAKeyOfItsOwn() {
    SealedPerson first = vault.seal(HOLDER, PERSON);
    SealedPerson second = vault.seal(HOLDER, PERSON);
    SealedPerson mixed = new SealedPerson(first.wrappedKey(), second.ciphertext());
    assertThrows(IllegalStateException.class, () -> vault.open(HOLDER, mixed));
  }

  @Test
  void everyFlippedByteIsNoticed() {
    SealedPerson sealed = vault.seal(HOLDER, PERSON);
    for (int i = 0; i < sealed.ciphertext().length; i++) {
      SealedPerson changed = new SealedPerson(sealed.wrappedKey(), flip(sealed.ciphertext(), i));
      assertThrows(IllegalStateException.class, () -> vault.open(HOLDER, changed));
    }
  }

  @Test
  void theStoredBytesFitTheirColumnsAndShowNothing() {
    String longest = "𠮷".repeat(25);
    Person person = new Person(longest, "11010519491231002X", "19900000001", "A".repeat(32));
    SealedPerson sealed = vault.seal(HOLDER, person);
    assertTrue(sealed.wrappedKey().length <= 512 && sealed.ciphertext().length <= 2048);
    assertFalse(
        new String(sealed.ciphertext(), StandardCharsets.ISO_8859_1).contains("19900000001"));
  }

  private static byte[] flip(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    copy[at] ^= 1;
    return copy;
  }

  private static TinkPersonVault vault(int masterKey) {
    return new TinkPersonVault(
        (label, lengthBytes) -> {
          byte[] key = new byte[lengthBytes];
          Arrays.fill(key, (byte) masterKey);
          return key;
        },
        ObjectMapper.getDefault());
  }

  @Test
  void factsStayReadableWhenThePersonChanges() {
    SealedPerson before = vault.seal(HOLDER, PERSON);
    byte[] facts = {1, 2, 3};
    byte[] sealed = vault.sealFacts(HOLDER, before, "purpose", facts);
    Person married = new Person("李四", PERSON.idNumber(), PERSON.phone(), null);
    SealedPerson after = vault.sealAgain(HOLDER, before, married);
    assertEquals(married, vault.open(HOLDER, after));
    assertArrayEquals(facts, vault.openFacts(HOLDER, after, "purpose", sealed));
  }

  @Test
  void factsOpenForTheirPersonAndPurposeAlone() {
    SealedPerson person = vault.seal(HOLDER, PERSON);
    SealedPerson other = vault.seal("holder-2", PERSON);
    byte[] sealed = vault.sealFacts(HOLDER, person, "purpose", new byte[] {1});
    assertThrows(
        IllegalStateException.class, () -> vault.openFacts(HOLDER, person, "other", sealed));
    assertThrows(
        IllegalStateException.class, () -> vault.openFacts("holder-2", other, "purpose", sealed));
  }
}
