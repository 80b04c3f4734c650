package org.yongjun.pass.benefit;

import java.util.OptionalInt;

/** Tells on which line of a document a place stands, so that an office finds it in its editor. */
@FunctionalInterface
public interface Lines {
  /** A document without lines. */
  Lines NONE = pointer -> OptionalInt.empty();

  /**
   * @param pointer a JSON pointer; for a field that is missing, the line of what should have it
   * @return counted from 1
   */
  OptionalInt lineOf(String pointer);
}
