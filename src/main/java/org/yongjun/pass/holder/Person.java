package org.yongjun.pass.holder;

import org.jspecify.annotations.Nullable;

/**
 * Personal data in the clear; lives only while a request is handled.
 *
 * @param idNumber GB 11643, 18 characters, X in upper case
 * @param phone 11 digits of mainland China
 * @param nationalCard number of the national card (优待证), if there is one
 */
public record Person(String name, String idNumber, String phone, @Nullable String nationalCard) {
  @Override
  public String toString() {
    return "Person[masked]";
  }
}
