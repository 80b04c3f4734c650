package org.yongjun.pass.platform;

/** Draws identifiers: 26 characters, time-ordered, unique across instances without coordination. */
@FunctionalInterface
public interface Ids {
  /** The length of every identifier in characters. */
  int LENGTH = 26;

  /** What a caller may take for an identifier: the database compares no others. */
  String GIVEN_PATTERN = "[!-~]{1,64}";

  String next();
}
