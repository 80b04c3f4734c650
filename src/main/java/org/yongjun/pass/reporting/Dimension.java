package org.yongjun.pass.reporting;

/** What figures can be told apart by, besides the period. */
public enum Dimension {
  /** The province of the venue. */
  PROVINCE,
  /** The city of the venue; the province itself for a venue recorded there. */
  CITY,
  /** The venue's region as recorded, which is the county where that is known. */
  REGION,
  VENUE,
  VENUE_KIND,
  /** The catalogue that the item is of, over all its versions. */
  CATALOGUE,
  ITEM,
  /** The set of classes that the holder has. */
  CLASS,
  HOME_PROVINCE,
  /** The holder's home as the code has it, a city or, for serving members, a province. */
  HOME_REGION,
  /** The day in the time base that was asked for. */
  DAY
}
