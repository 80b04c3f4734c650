package org.yongjun.pass.holder;

/** Seals and opens personal data; a sealed person opens only under its own holder id. */
public interface PersonVault {
  /** Seals under a fresh data key. */
  SealedPerson seal(String holderId, Person person);

  /** Opens what {@link #seal} made; throws {@link IllegalStateException} if it was altered. */
  Person open(String holderId, SealedPerson sealed);
}
