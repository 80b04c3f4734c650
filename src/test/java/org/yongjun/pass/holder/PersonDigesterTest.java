package org.yongjun.pass.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class PersonDigesterTest {
  private final PersonDigester digester = new PersonDigester(HolderFixture.keys());

  @Test
  void theSamePersonAlwaysHasTheSameDigests() {
    PersonDigests digests = digester.digest(new Person("王测试", "1", "2", "3"));
    assertEquals(
        digests, new PersonDigester(HolderFixture.keys()).digest(new Person("王测试", "1", "2", "3")));
    assertEquals(digests.idNumber(), digester.ofIdNumber("1"));
    assertEquals(digests.phone(), digester.ofPhone("2"));
    assertEquals(PersonDigests.LENGTH, digests.content().length());
  }

  @Test
  void theSameValueInAnotherFieldHasAnotherDigest() {
    assertNotEquals(digester.ofPhone("19900000001"), digester.ofIdNumber("19900000001"));
  }

  @Test
  void fieldsThatRunTogetherAlikeDifferInContent() {
    assertNotEquals(
        digester.digest(new Person("王", "12", "3", null)).content(),
        digester.digest(new Person("王", "1", "23", null)).content());
  }

  @Test
  void withoutANationalCardThereIsNoIndexOfOne() {
    assertNull(digester.digest(new Person("王", "1", "2", null)).nationalCard());
  }
}
