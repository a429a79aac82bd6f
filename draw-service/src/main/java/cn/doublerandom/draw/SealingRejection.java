package cn.doublerandom.draw;

/** What is refused of sealed draws and their keys. */
public enum SealingRejection implements DrawRejection {
  SEALING_KEY_NOT_REQUESTED(
      "sealing-key-not-requested", "没有待批准的密封密钥。", "No sealing key is waiting.", Kind.CONFLICT),
  SEALING_KEY_OF_ANOTHER(
      "sealing-key-of-another",
      "只有申请人可以撤回自己的申请；其他人可以不同意。",
      "Only who asked takes it back; another person may decline it.",
      Kind.FORBIDDEN),
  OPEN_BY_INVALID(
      "open-by-invalid",
      "最迟启封时间应在最迟抽取时间之后、一年之内。",
      "openBy must be later than executeBy and within a year of it.",
      Kind.INVALID),
  VRF_KEY_MISSING("vrf-key-missing", "尚未设置密封密钥。", "There is no key to seal with.", Kind.CONFLICT),
  VRF_PROOF_INVALID(
      "vrf-proof-invalid",
      "密封证明与承诺的密钥不符。",
      "The sealing proof is not that of the committed key.",
      Kind.CONFLICT),
  DRAW_SEALED("draw-sealed", "抽取结果尚未启封。", "The draw is still sealed.", Kind.CONFLICT),
  DRAW_NOT_SEALED(
      "draw-not-sealed", "没有待启封的抽取。", "There is no sealed draw to open.", Kind.CONFLICT);

  private final Wording wording;

  SealingRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
