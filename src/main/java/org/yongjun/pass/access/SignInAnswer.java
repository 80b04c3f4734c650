package org.yongjun.pass.access;

import java.time.Instant;
import java.util.List;
import org.yongjun.pass.kernel.Text;

/** What a sign-in with the right secrets leads to. */
public sealed interface SignInAnswer {
  /**
   * A session has begun, or goes on.
   *
   * @param refreshToken works once; the answer to its use carries the next
   * @param endsAt when the session ends however often it is refreshed
   */
  record Opened(
      Principal principal,
      String accessToken,
      int expiresInSeconds,
      String refreshToken,
      Instant endsAt)
      implements SignInAnswer {
    @Override
    public String toString() {
      return "Opened[" + principal + "]";
    }
  }

  /** The secrets fit several principals; the same call with one choice goes on. */
  record Choose(List<Choice> choices) implements SignInAnswer {
    public Choose {
      choices = List.copyOf(choices);
    }
  }

  /**
   * One of several principals.
   *
   * @param id opaque
   */
  record Choice(String id, Text label) {
    @Override
    public String toString() {
      return "Choice";
    }
  }
}
