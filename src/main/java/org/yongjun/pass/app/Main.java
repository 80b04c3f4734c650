package org.yongjun.pass.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yongjun.pass.platform.StartRefusedException;

/** Runs the command that the first argument names; without one, serves. */
public final class Main {
  private static final int WRONG_ARGUMENTS = 2;
  private static final List<Command> COMMANDS =
      List.of(
          new ServeCommand(),
          new DemoCommand(),
          new StoryCommand(),
          new CreateAdminCommand(),
          new MintTokenCommand(),
          new RotateKeyCommand());

  private Main() {}

  public static void main(String[] arguments) {
    speakUtf8();
    int status = 1;
    try {
      status = run(List.of(arguments));
    } catch (RuntimeException e) {
      report(e);
    }
    // Without this, threads of a half-started server would keep the process, and its embedded
    // servers, running.
    System.exit(status);
  }

  /** Whatever the locale says: a bare Debian's would turn every Chinese character into “?”. */
  private static void speakUtf8() {
    System.setOut(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    System.setErr(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
  }

  private static int run(List<String> arguments) {
    boolean isNamed = !arguments.isEmpty() && !arguments.getFirst().startsWith("-");
    String name = isNamed ? arguments.getFirst() : "serve";
    List<String> rest = isNamed ? arguments.subList(1, arguments.size()) : arguments;
    for (Command command : COMMANDS) {
      if (command.name().equals(name)) {
        return command.run(rest);
      }
    }
    return usage();
  }

  /** Prints what there is, and answers the exit status for wrong arguments. */
  static int usage() {
    System.err.println("用法 Usage: yongjun-pass [command] [options]");
    for (Command command : COMMANDS) {
      System.err.printf("  %-14s %s%n", command.name(), command.help());
    }
    return WRONG_ARGUMENTS;
  }

  /** A refusal is for the operator, in a sentence; anything else is for whoever repairs it. */
  private static void report(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartRefusedException) {
        System.err.println(cause.getMessage());
        return;
      }
    }
    failure.printStackTrace();
  }
}
