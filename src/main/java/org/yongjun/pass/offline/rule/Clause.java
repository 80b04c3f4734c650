package org.yongjun.pass.offline.rule;

/** The parts of an item that a trace speaks about. */
public enum Clause {
  VENUE,
  BILL_PART,
  CLASS,
  REGION,
  TIME,
  CONDITION,
  LIMIT,
  NETWORK,
  PRICE,
  FULFILS,
  APPROVAL,
  BEST_OF
}
