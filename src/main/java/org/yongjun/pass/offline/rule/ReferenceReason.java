package org.yongjun.pass.offline.rule;

import org.yongjun.pass.kernel.Text;

/** Why somebody would pay less than the list price without any programme. */
public enum ReferenceReason {
  /** A price that everybody pays at present. */
  PROMOTION("促销价", "a promotion"),
  /** A reduction by age that everybody of that age has. */
  AGE("年龄优惠", "a reduction by age"),
  /** Nobody pays at present. */
  FREE_FOR_ALL("对公众免费", "free for everyone"),
  /** A customer's own membership of the venue. */
  MEMBER("会员价", "the venue's own membership"),
  /** Another reduction for the public, which the venue has filed. */
  OTHER("其他公众优惠", "another reduction for the public");

  private final Text text;

  ReferenceReason(String zh, String en) {
    this.text = new Text(zh, en);
  }

  public Text text() {
    return text;
  }
}
