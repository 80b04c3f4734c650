package org.yongjun.pass.access;

/** What a principal may be. Office roles carry a region scope. */
public enum Role {
  HOLDER,
  TERMINAL,
  GATE,
  VENUE_OWNER,
  CLERK,
  REVIEWER,
  AUDITOR,
  ADMIN;

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
