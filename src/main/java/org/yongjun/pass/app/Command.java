package org.yongjun.pass.app;

import java.util.List;

/** Something that the program does when its first argument names it. */
interface Command {
  String name();

  /** One line for the usage. */
  String help();

  /**
   * Does it.
   *
   * @return the exit status; 0 is success, 2 is wrong arguments
   */
  int run(List<String> arguments);
}
