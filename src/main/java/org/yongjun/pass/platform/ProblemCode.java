package org.yongjun.pass.platform;

import org.yongjun.pass.kernel.Text;

/**
 * Why the API did not do what was asked, where no {@link org.yongjun.pass.kernel.ReasonCode} says
 * it: stable codes, documented in api-spec/problems.md.
 */
public enum ProblemCode implements RefusalCode {
  INVALID_REQUEST(400, false, "请求内容不符合要求", "The request is not well-formed"),
  NOT_SIGNED_IN(401, false, "请先登录或出示有效令牌", "Sign in or send a valid token"),
  SIGN_IN_REFUSED(
      401,
      false,
      "登录名、密码或动态码不正确，或动态码已用过；连续 5 次不成功后须等待 15 分钟",
      "The login, password or one-time code is wrong, or the code was used before; after 5 failures"
          + " in a row wait 15 minutes"),
  OTP_INVALID(
      401, false, "验证码不正确、已使用或已过期，请重新获取", "The code is wrong, used or expired; ask for a new one"),
  SESSION_ENDED(401, false, "登录已失效，请重新登录", "The session has ended; sign in again"),
  TERMINAL_REVOKED(
      401, false, "此终端已注销，请联系管理单位重新配对终端", "This terminal has been revoked; have a new one paired"),
  NOT_ALLOWED(403, false, "当前身份无权进行此操作", "This role may not do this"),
  FOUR_EYES(
      403,
      false,
      "须由另一人办理：起草人不能复核或发布自己的内容",
      "Someone else has to do this: nobody reviews or publishes their own"),
  CONFLICT_OF_INTEREST(
      403, false, "须回避：不得审核或处理自己的场所", "This is your own venue; someone else has to decide on it"),
  OUT_OF_REGION(403, false, "超出您的管辖区域", "Outside the region you answer for"),
  NOT_FOUND(404, false, "未找到", "There is no such thing here"),
  METHOD_NOT_ALLOWED(405, false, "此地址不支持该方法", "This address does not take that method"),
  NOT_ACCEPTABLE(406, false, "无法提供所要求的格式", "The asked-for format is not offered"),
  CONFLICT(409, false, "与现有记录冲突", "This conflicts with what is recorded"),
  IN_FLIGHT(409, true, "同一幂等键的请求正在处理", "A request with this idempotency key is being handled"),
  ALREADY_REVERSED(409, false, "该笔核销已冲正", "This redemption has been reversed already"),
  REVERSAL_TOO_LATE(
      409,
      false,
      "已超过终端冲正时限，请联系退役军人事务部门",
      "The terminal's time to reverse is over; the office can"),
  VERIFICATION_EXPIRED(409, false, "核验结果已失效，请重新核验", "The verification has expired; verify again"),
  VERIFICATION_USED(409, false, "该核验已核销", "This verification has been redeemed already"),
  STAY_REDEEMED(409, false, "该次停车已核销", "This stay has been redeemed already"),
  APPROVAL_REQUIRED(
      409,
      false,
      "优惠金额较大，须经第二人复核后，凭该核验核销",
      "The benefit is large: a second person approves it, then redeem the verification"),
  ALREADY_RESERVED(
      409, false, "此项优待已为持证人预留，尚未到期", "This benefit is reserved for the holder already"),
  RESERVATION_OVER(409, false, "该预留已核销或已到期", "The reservation was redeemed or has expired"),
  VISIT_OVER(409, false, "此次到访不在今天，请重新出示二维码", "This visit was on another day; show a code again"),
  PART_REDEEMED(
      409, false, "此次到访已核销过账单中的项目", "This visit has redeemed a part of this bill already"),
  STEP_NOT_POSSIBLE(
      409, false, "所处阶段不允许这一步", "This step is not possible from the stage that it is in"),
  PAIRING_CODE_INVALID(409, false, "配对码无效、已使用或已过期", "The pairing code is wrong, used or expired"),
  INVITE_CODE_INVALID(409, false, "邀请码无效、已使用或已过期", "The invitation is wrong, used or expired"),
  TOO_LARGE(413, false, "请求内容过大", "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, false, "不支持该内容类型", "This content type is not taken"),
  KEY_REUSED(422, false, "幂等键已用于不同内容的请求", "This idempotency key was used with other content"),
  INVALID_CATALOGUE(422, false, "目录清单未通过校验", "The catalogue did not pass validation"),
  PRICE_MISSING(
      422, false, "账单缺少价格，且场所未备案价目", "The bill lacks a price and the venue has filed none"),
  TOO_MANY_REQUESTS(429, true, "请求过于频繁，请稍候", "Too many requests; wait a moment"),
  INTERNAL_FAULT(500, false, "系统内部故障，已记录", "A fault of this server's own; it is recorded"),
  UNAVAILABLE(503, true, "服务暂时不可用，请稍候重试", "Not available at the moment; try again shortly");

  private final int status;
  private final boolean retryable;
  private final Text text;

  ProblemCode(int status, boolean retryable, String zh, String en) {
    this.status = status;
    this.retryable = retryable;
    this.text = new Text(zh, en);
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public boolean isRetryable() {
    return retryable;
  }

  @Override
  public Text text() {
    return text;
  }
}
