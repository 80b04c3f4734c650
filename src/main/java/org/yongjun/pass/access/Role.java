package org.yongjun.pass.access;

import org.yongjun.pass.kernel.Text;

/** What a principal may be. Office roles carry a region scope. */
public enum Role {
  HOLDER("持证人", "holder"),
  TERMINAL("终端", "terminal"),
  GATE("闸机", "gate"),
  VENUE_OWNER("场所负责人", "venue owner"),
  CLERK("经办", "clerk"),
  REVIEWER("复核", "reviewer"),
  AUDITOR("审计", "auditor"),
  ADMIN("管理员", "administrator");

  private final Text text;

  Role(String zh, String en) {
    this.text = new Text(zh, en);
  }

  /** The role's name as people read it. */
  public Text text() {
    return text;
  }

  /** Role names for access annotations, which need constants. */
  public static final class Names {
    public static final String HOLDER = "HOLDER";
    public static final String TERMINAL = "TERMINAL";
    public static final String GATE = "GATE";
    public static final String VENUE_OWNER = "VENUE_OWNER";
    public static final String CLERK = "CLERK";
    public static final String REVIEWER = "REVIEWER";
    public static final String AUDITOR = "AUDITOR";
    public static final String ADMIN = "ADMIN";

    private Names() {}
  }

  public boolean isOffice() {
    return this == CLERK || this == REVIEWER || this == AUDITOR || this == ADMIN;
  }
}
