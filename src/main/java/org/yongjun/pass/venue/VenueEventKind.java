package org.yongjun.pass.venue;

import org.yongjun.pass.kernel.Text;

/** What may happen to a partner. Stored by name: never rename. */
public enum VenueEventKind {
  /** An existing partner is entered. */
  REGISTERED("登记在册", "registration"),
  APPLIED("申报", "application"),
  APPROVED("遴选通过", "approval"),
  REJECTED("遴选未通过", "rejection"),
  AGREEMENT_SIGNED("签订协议", "signing of an agreement"),
  /** Listed without a plaque. */
  LISTED("列入名录", "listing"),
  PLAQUE_AWARDED("授牌", "award of a plaque"),
  /** One of several plaques goes; the last goes with the listing. */
  PLAQUE_REMOVED("摘除一块牌", "removal of one plaque"),
  REVIEW_PASSED("年度复核通过", "yearly review"),
  RECTIFICATION_ORDERED("责令整改", "order to rectify"),
  RECTIFIED("整改完成", "rectification"),
  SUSPENDED("暂停", "suspension"),
  REINSTATED("恢复", "reinstatement"),
  DELISTED("清理摘牌", "delisting"),
  /** Its A-level changed. */
  RATED("评定A级", "rating"),
  OWNERSHIP_CHANGED("变更权属", "change of ownership"),
  GROUP_JOINED("加入街区或联盟", "joining of a group"),
  GROUP_LEFT("退出街区或联盟", "leaving of a group");

  private final Text text;

  VenueEventKind(String zh, String en) {
    this.text = new Text(zh, en);
  }

  public Text text() {
    return text;
  }
}
