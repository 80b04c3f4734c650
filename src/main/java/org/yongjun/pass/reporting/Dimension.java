package org.yongjun.pass.reporting;

/** What figures can be told apart by. */
public enum Dimension {
  /** The venue's region. */
  REGION,
  VENUE,
  VENUE_KIND,
  ITEM,
  /** The set of classes that the holder has. */
  CLASS,
  HOME_REGION,
  /** The day in the time base that was asked for. */
  DAY
}
