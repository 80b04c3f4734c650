package org.yongjun.pass.platform;

/** Draws identifiers: 26 characters, time-ordered, unique across instances without coordination. */
@FunctionalInterface
public interface Ids {
  /** The length of every identifier in characters. */
  int LENGTH = 26;

  String next();
}
