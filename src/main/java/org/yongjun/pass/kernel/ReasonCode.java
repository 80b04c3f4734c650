package org.yongjun.pass.kernel;

/**
 * Why a code or a benefit is refused: stable codes, declared in precedence order (the first that
 * applies is the one reported). Source: token specification, “Verification order”.
 */
public enum ReasonCode {
  MALFORMED(
      1, false, "二维码无法识别，请持证人重新出示", "This code cannot be read; ask the holder to show it again"),
  UNKNOWN_KEY(
      2, false, "不认识签发机构的密钥，请更新密钥列表", "The issuer's key is not known here; update the key list"),
  BAD_ISSUER_SIGNATURE(3, false, "签发机构签名无效", "The issuer's signature is not valid"),
  NOT_YET_VALID(4, true, "凭证尚未生效", "The certificate is not valid yet"),
  EXPIRED(
      5,
      false,
      "凭证已过期，请持证人联网续期",
      "The certificate has expired; the holder renews it by going online"),
  CLOCK_AHEAD(
      6,
      true,
      "持证人手机时间偏快，请校准时间后重新出示",
      "The phone's clock is ahead; correct it and show the code again"),
  STALE_CODE(7, false, "二维码已过时效，请刷新后重新出示", "The code is out of date; refresh it and show it again"),
  BAD_DEVICE_SIGNATURE(8, false, "手机签名无效", "The phone's signature is not valid"),
  REVOKED(
      9,
      false,
      "凭证已停用，请持证人联系退役军人事务部门",
      "The certificate is suspended or revoked; the holder asks the veterans' affairs office"),
  STATUS_TOO_OLD(
      10,
      true,
      "终端的状态列表过旧，请联网更新",
      "This terminal's status list is too old; connect it to the network"),
  REPLAYED(11, false, "此码已使用，请刷新后重新出示", "This code has been used; refresh it and show it again"),
  TOO_SOON(12, true, "距上次使用时间过短，请稍候", "Too soon after the last use here; wait a moment"),
  STAFF_CHECK_REQUIRED(
      13, false, "请到人工窗口核对证件和照片", "Staff must compare photo and card; go to the counter"),
  VENUE_NOT_ACTIVE(20, false, "本场所目前未开通优待", "This venue does not take part at the moment"),
  CLASS_NOT_ENTITLED(21, false, "此项优待不适用于持证人的类别", "This benefit is not for the holder's class"),
  REGION_NOT_ENTITLED(
      22, false, "此项优待不适用于持证人所属地区", "This benefit is not for the holder's home region"),
  NOT_NOW(23, true, "此项优待现在不在有效时段", "This benefit does not apply at this time"),
  CONDITION_FAILED(24, false, "不满足此项优待的条件", "A condition of this benefit is not met"),
  LIMIT_REACHED(25, true, "已达到使用次数或金额上限", "The limit of uses or amount is reached"),
  NEEDS_NETWORK(26, true, "此项优待需要联网核验", "This benefit can only be decided online"),
  NOT_PRICED(
      27, false, "此项优待尚未备案价格，不能核销", "This benefit has no filed price yet and cannot be redeemed");

  private final int number;
  private final boolean retryable;
  private final Text text;

  ReasonCode(int number, boolean retryable, String zh, String en) {
    this.number = number;
    this.retryable = retryable;
    this.text = new Text(zh, en);
  }

  /** The step of the verification order that gives this reason. */
  public int number() {
    return number;
  }

  /** Whether the same code or bill, sent again later, may be accepted. */
  public boolean isRetryable() {
    return retryable;
  }

  /** One neutral sentence for the person in front, without personal data. */
  public Text text() {
    return text;
  }
}
