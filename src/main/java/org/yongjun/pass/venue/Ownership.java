package org.yongjun.pass.venue;

/** Who owns a venue: 市属, 国有, 民营, or not recorded. */
public enum Ownership {
  CITY_OWNED,
  STATE_OWNED,
  PRIVATE,
  NOT_RECORDED
}
