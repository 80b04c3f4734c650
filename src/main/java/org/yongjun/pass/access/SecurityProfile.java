package org.yongjun.pass.access;

import java.util.Arrays;
import java.util.List;

/**
 * Which calls a terminal may make, within what its role allows. Stored by name: never rename.
 *
 * <p>A call is a method and a path; {@code *} stands for one segment, {@code **} at the end for any
 * number.
 */
public enum SecurityProfile {
  /** Whatever the role allows. */
  FULL(List.of("* /**")),

  /** Looks, but records nothing: for an inspector's or an information desk's device. */
  VERIFY_ONLY(List.of("POST /v1/verifications")),

  /** Decides with the server or not at all: no bundle to take away, nothing uploaded later. */
  GATE_ONLINE(
      List.of(
          "POST /v1/verifications",
          "POST /v1/redemptions",
          "GET /v1/redemptions/*",
          "POST /v1/redemptions/*/collections",
          "POST /v1/reversals"));

  /** What the narrowest device needs to look after itself and to show where it stands. */
  private static final List<String> EVERYWHERE =
      List.of(
          "POST /v1/terminals/*/key",
          "POST /v1/tokens",
          "GET /v1/venues/*",
          "GET /v1/catalogues/**",
          "GET /.well-known/**",
          "GET /health/**",
          "GET /docs/**");

  private static final String ANY = "*";
  private static final String ANY_NUMBER = "**";

  private final List<String> calls;

  SecurityProfile(List<String> calls) {
    this.calls = calls;
  }

  /**
   * Whether a terminal of this profile may make the call.
   *
   * @param path without the query
   */
  public boolean allows(String method, String path) {
    // The answer to HEAD is that to GET without its body.
    String asked = method.equals("HEAD") ? "GET" : method;
    return calls.stream().anyMatch(call -> matches(call, asked, path))
        || EVERYWHERE.stream().anyMatch(call -> matches(call, asked, path));
  }

  private static boolean matches(String call, String method, String path) {
    int space = call.indexOf(' ');
    String callMethod = call.substring(0, space);
    if (!callMethod.equals(ANY) && !callMethod.equals(method)) {
      return false;
    }
    List<String> wanted = segments(call.substring(space + 1));
    List<String> given = segments(path);
    boolean isOpen = wanted.getLast().equals(ANY_NUMBER);
    int fixed = isOpen ? wanted.size() - 1 : wanted.size();
    if (isOpen ? given.size() < fixed : given.size() != fixed) {
      return false;
    }
    for (int i = 0; i < fixed; i++) {
      if (!wanted.get(i).equals(ANY) && !wanted.get(i).equals(given.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> segments(String path) {
    return Arrays.asList(path.substring(1).split("/", -1));
  }
}
