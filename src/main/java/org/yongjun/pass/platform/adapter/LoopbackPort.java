package org.yongjun.pass.platform.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.yongjun.pass.platform.StartRefusedException;

/** A server process on a free port of the loopback address. */
record LoopbackPort(GuardedProcess process, int port) {
  static final String HOST = "127.0.0.1";

  /** Recovery after a power failure is part of the start. */
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);

  /** Between the choice of a free port and the server's bind, another process may take it. */
  private static final int MAX_TRIES = 5;

  private static final int POLL_MILLIS = 25;
  private static final int ANSWER_PATIENCE_MILLIS = 1_000;

  /**
   * Starts a server and waits until it answers.
   *
   * @param start starts the server on a port
   * @param answers whether the server on that port takes commands
   * @param log named in the refusal
   */
  static LoopbackPort start(
      String name, IntFunction<GuardedProcess> start, IntPredicate answers, Path log) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      int port = free();
      GuardedProcess process = start.apply(port);
      if (waitFor(process, () -> answers.test(port))) {
        return new LoopbackPort(process, port);
      }
      boolean hangs = process.isAlive();
      process.close();
      if (hangs) {
        break;
      }
    }
    throw new StartRefusedException(
        "内置 %s 无法启动，原因见 %s。".formatted(name, log),
        "The embedded %s does not start; %s says why.".formatted(name, log));
  }

  /** What a server says first, or after a request; empty while it does not answer. */
  static String ask(int port, String request, int maxBytes) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(HOST, port), ANSWER_PATIENCE_MILLIS);
      socket.setSoTimeout(ANSWER_PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      byte[] answer = socket.getInputStream().readNBytes(maxBytes);
      return new String(answer, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // Not listening yet is the ordinary state of a server that is starting.
      return "";
    }
  }

  private static boolean waitFor(GuardedProcess process, BooleanSupplier ready) {
    long end = System.nanoTime() + START_PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      if (ready.getAsBoolean()) {
        return process.isAlive();
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
