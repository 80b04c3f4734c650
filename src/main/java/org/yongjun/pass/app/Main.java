package org.yongjun.pass.app;

import io.micronaut.context.ApplicationContext;

/** Starts the server. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    ApplicationContext.run();
  }
}
