package org.yongjun.pass.offline.gate;

import org.yongjun.pass.kernel.Text;

/** What became of a wish to take an admission back, because the turnstile did not turn. */
public sealed interface Annulment {
  /**
   * It is as if nobody had passed, except that the code stays spent.
   *
   * @param clientId names the annulment
   * @param names the admission that it takes back
   */
  record Done(String clientId, String names) implements Annulment {}

  /** Nothing changed. */
  record Refused(Text explanation) implements Annulment {}
}
