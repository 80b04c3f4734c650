package org.yongjun.pass.access;

/** Turns passwords into what may be stored of them. */
public interface PasswordHasher {
  /** With the parameters and the salt in it. */
  String hash(String password);

  boolean isRight(String password, String hash);
}
