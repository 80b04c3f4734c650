package org.yongjun.pass.holder;

/** Seals and opens personal data; a sealed person opens only under its own holder id. */
public interface PersonVault {
  /** Seals under a fresh data key. */
  SealedPerson seal(String holderId, Person person);

  /**
   * Seals a changed person under the data key that there is, so that facts which were sealed under
   * it before stay readable.
   */
  SealedPerson sealAgain(String holderId, SealedPerson before, Person person);

  /**
   * Seals facts under that person's data key.
   *
   * @param purpose what they belong to; they open under the same alone
   */
  byte[] sealFacts(String holderId, SealedPerson person, String purpose, byte[] facts);

  /** Opens what {@link #sealFacts} made; throws {@link IllegalStateException} if it was altered. */
  byte[] openFacts(String holderId, SealedPerson person, String purpose, byte[] sealed);

  /** Opens what {@link #seal} made; throws {@link IllegalStateException} if it was altered. */
  Person open(String holderId, SealedPerson sealed);
}
