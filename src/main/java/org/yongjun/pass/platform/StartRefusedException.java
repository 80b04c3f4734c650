package org.yongjun.pass.platform;

import org.yongjun.pass.kernel.Text;

/** The server must not serve as it is set up; the message tells the operator what to do. */
public final class StartRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StartRefusedException(Text text) {
    super(text.zh() + "\n" + text.en());
  }

  public StartRefusedException(String zh, String en) {
    this(new Text(zh, en));
  }

  public StartRefusedException(String zh, String en, Throwable cause) {
    super(zh + "\n" + en, cause);
  }
}
