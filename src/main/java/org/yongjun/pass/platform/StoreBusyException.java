package org.yongjun.pass.platform;

/** Others hold what a transaction needs for too long. Nothing was done; it may be tried again. */
public final class StoreBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreBusyException(RuntimeException cause) {
    super("others hold the rows for too long", cause);
  }
}
