package org.yongjun.pass.verification;

/** Keeps attempts for ever. */
@FunctionalInterface
public interface Attempts {
  void append(Attempt attempt);
}
