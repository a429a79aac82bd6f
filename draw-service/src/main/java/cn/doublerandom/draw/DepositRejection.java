package cn.doublerandom.draw;

/** What is refused of the operator's secret in the supervisor's hands. */
public enum DepositRejection implements DrawRejection {
  DEPOSIT_MISSING(
      "deposit-missing",
      "统筹人员的秘密尚未密封交存监督人。",
      "The operator's secret is not deposited with the supervisor.",
      Kind.CONFLICT),
  DEPOSIT_UNCONFIRMED(
      "deposit-unconfirmed",
      "监督人尚未启封核对统筹人员交存的秘密。",
      "The supervisor has not opened and confirmed the deposit.",
      Kind.CONFLICT),
  DEPOSIT_CONFIRMED(
      "deposit-confirmed", "交存的秘密已经核对，不能更换。", "The deposit is confirmed and stays.", Kind.CONFLICT),
  DEPOSIT_DIFFERS(
      "deposit-differs",
      "启封所得与统筹人员的承诺值不符。",
      "What was found inside is not what the operator committed to.",
      Kind.CONFLICT),
  NOT_THE_HOLDER(
      "not-the-holder",
      "只有保管密钥的监督人能核对，且不能是统筹人员自己。",
      "Only the supervisor whose key it is confirms, never the operator.",
      Kind.FORBIDDEN),
  SUPERVISOR_KEY_UNKNOWN(
      "supervisor-key-unknown",
      "没有登记过这把监督人公钥。",
      "No supervisor registered this key.",
      Kind.INVALID),
  SUPERVISOR_KEY_INVALID(
      "supervisor-key-invalid", "不是可用的 X25519 公钥。", "Not a usable X25519 key.", Kind.INVALID);

  private final Wording wording;

  DepositRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
