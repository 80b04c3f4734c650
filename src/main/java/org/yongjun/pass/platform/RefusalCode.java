package org.yongjun.pass.platform;

import org.yongjun.pass.kernel.Text;

/** A stable code under which the API refuses. */
public interface RefusalCode {
  /** Upper-case words joined by underscores; stable for ever. */
  String name();

  /** The HTTP status that carries this code. */
  int status();

  /** Whether the identical request, sent again later, may succeed. */
  boolean isRetryable();

  /** What the code means, without regard to the request at hand. */
  Text text();
}
