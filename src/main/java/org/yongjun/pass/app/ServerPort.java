package org.yongjun.pass.app;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.platform.StartRefusedException;

/** Finds the port to listen on: the one that was asked for, or else the first free one. */
final class ServerPort {
  private static final int FIRST = 8080;
  private static final int LAST = 8099;

  /** How Micronaut is told to draw a free port. */
  private static final int DRAW = -1;

  private ServerPort() {}

  /**
   * Reads {@code PASS_PORT}: 1 to 65535, or 0 for any free port.
   *
   * @throws StartRefusedException if that port is taken, or without it none of 8080 to 8099 is free
   */
  static int choose(Map<String, String> environment) {
    String asked = environment.getOrDefault("PASS_PORT", "");
    if (asked.isEmpty()) {
      return firstFree()
          .orElseThrow(
              () ->
                  new StartRefusedException(
                      "端口 8080 至 8099 均被占用，请用 PASS_PORT 指定端口。",
                      "Ports 8080 to 8099 are all taken; name another by PASS_PORT."));
    }
    if (!asked.matches("[0-9]{1,5}") || Integer.parseInt(asked) > 65_535) {
      throw new StartRefusedException(
          "PASS_PORT 应为 0 至 65535 的整数。", "PASS_PORT must be a number from 0 to 65535.");
    }
    int port = Integer.parseInt(asked);
    if (port == 0) {
      return DRAW;
    }
    if (!isFree(port)) {
      throw new StartRefusedException(
          "端口 %d 已被占用，请用 PASS_PORT 另指定端口。".formatted(port),
          "Port %d is taken; name another by PASS_PORT.".formatted(port));
    }
    return port;
  }

  private static Optional<Integer> firstFree() {
    for (int port = FIRST; port <= LAST; port++) {
      if (isFree(port)) {
        return Optional.of(port);
      }
    }
    return Optional.empty();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      // Taken, or not ours to take: either way not free.
      return false;
    }
  }
}
