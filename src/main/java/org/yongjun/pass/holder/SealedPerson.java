package org.yongjun.pass.holder;

/**
 * Personal data as it is stored. Without the wrapped key nothing can ever open the ciphertext, so
 * deleting that key erases the person, in every backup of the ciphertext too.
 *
 * @param wrappedKey the person's own data key, encrypted under the key-encryption key
 * @param ciphertext the personal data, encrypted under the data key
 */
public record SealedPerson(byte[] wrappedKey, byte[] ciphertext) {
  @Override
  public String toString() {
    return "SealedPerson[masked]";
  }
}
