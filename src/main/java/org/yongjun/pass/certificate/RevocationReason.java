package org.yongjun.pass.certificate;

import java.util.EnumSet;
import java.util.Set;

/** Why codes are accepted no more. Stored by name: never rename. */
public enum RevocationReason {
  LOST_PHONE,
  LOST_CARD,
  /** By another phone or card. */
  REPLACED,
  /** Something is being looked into. */
  UNDER_REVIEW,
  MISUSE,
  IMPRISONED,
  DECEASED,
  /** The person is no longer of the class. */
  STATUS_LOST,
  /** Any other decision of the office. */
  OFFICE;

  /** What holders may say of their own certificates. */
  public static final Set<RevocationReason> OF_HOLDERS =
      EnumSet.of(LOST_PHONE, LOST_CARD, REPLACED);

  /** Why an office pauses an entitlement. */
  public static final Set<RevocationReason> OF_SUSPENSION =
      EnumSet.of(UNDER_REVIEW, MISUSE, IMPRISONED, OFFICE);

  /** Why an office ends an entitlement. */
  public static final Set<RevocationReason> OF_ENTITLEMENT =
      EnumSet.of(MISUSE, IMPRISONED, DECEASED, STATUS_LOST, OFFICE);
}
