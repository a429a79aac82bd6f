package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals once a visit is over: of its signatures, their keys, and the review of its result. */
public enum ClosingRejection implements Rejection {
  SIGNATURES_MISSING(
      "signatures-missing",
      "检查记录的签名不齐：检查对象签名（拒绝签名的，写明理由和见证人）和本组每名执法人员的签名齐全以后，才能录入结果。",
      "Signatures are missing: the subject's, or its refusal with a witness, and each officer's.",
      Kind.CONFLICT),
  SIGNATURE_OF_ANOTHER_RECORD(
      "signature-of-another-record",
      "所签的不是本次检查现在的记录：记录已经变动，或者签的是另一份记录。请重新阅读后再签。",
      "What was signed is not the record of this visit as it is now: read it again and sign.",
      Kind.CONFLICT),
  SIGNATURE_STANDS(
      "signature-stands",
      "检查对象已经签名（或者已经记为拒绝签名），记录没有变动，不能重签。",
      "The subject has signed, or refused, this very record already.",
      Kind.CONFLICT),
  SIGNATURE_UNFIT(
      "signature-unfit",
      "签名不能用所登记的密钥验证，没有保存。",
      "The signature is not by the key; nothing is kept.",
      Kind.INVALID),
  STROKES_UNFIT(
      "strokes-unfit",
      "请在签名框内手写姓名；一个点不是签名。",
      "Sign on the glass with a hand; a dot is no signature.",
      Kind.INVALID),
  WITNESS_MISSING(
      "witness-missing",
      "拒绝签名的，或者不能手写签名的，须有见证人，写明姓名和身份。",
      "A refusal, or a name that is typed, needs a witness with name and position.",
      Kind.INVALID),
  CHECK_DIGITS_UNFIT(
      "check-digits-unfit",
      "核对码不对：请照页面上的 8 位核对码输入，表示您签的就是这份记录。",
      "This is not the check code: type its 8 characters as the page shows them.",
      Kind.INVALID),
  SIGNING_KEY_NEEDED(
      "signing-key-needed",
      "您的账号登记了签名密钥，须在存有密钥的手机上签名；手机遗失的，先注销密钥。",
      "Your account has a signing key: sign on the phone that holds it, or revoke it first.",
      Kind.CONFLICT),
  SIGNING_KEY_UNKNOWN(
      "signing-key-unknown",
      "您的账号没有登记这个签名密钥。",
      "No such signing key is enrolled for your account.",
      Kind.CONFLICT),
  SIGNING_KEY_UNFIT(
      "signing-key-unfit",
      "这不是 Ed25519 公钥（32 字节，base64），也不是 P-256 公钥（65 字节，base64）。",
      "This is no public key of Ed25519 (32 bytes, base64) or P-256 (65 bytes, base64).",
      Kind.INVALID),
  SIGNING_KEY_STANDS(
      "signing-key-stands",
      "您的账号已经登记了另一个签名密钥，须先注销。",
      "Another signing key is enrolled for your account: revoke it first.",
      Kind.CONFLICT),
  SIGNING_KEY_REVOKED(
      "signing-key-revoked",
      "这个签名密钥已经注销，不能再签名，也不能再登记。",
      "This signing key was revoked: it signs no more and is not enrolled again.",
      Kind.CONFLICT),
  SIGNING_KEY_FOREIGN(
      "signing-key-foreign",
      "签名密钥由本人或者法制安全科注销。",
      "A signing key is revoked by who holds it or by the coordinator.",
      Kind.FORBIDDEN),
  RESULT_HELD(
      "result-held",
      "这一结果因涉嫌犯罪暂缓公示。先由他人解除暂缓，再退回。",
      "The result is held back; another person lifts that before it is returned.",
      Kind.CONFLICT),
  RESULT_NOT_IN_REVIEW(
      "result-not-in-review", "没有待审核的检查结果。", "No result waits for review.", Kind.CONFLICT),
  REVIEW_NOT_YOURS(
      "review-not-yours",
      "现在不是这一步：先由组长（负责人）确认，再由法制审核人员审核；不需要法制审核的没有这一步。",
      "It is another step's turn: the leader confirms first, then legal review where it is asked.",
      Kind.CONFLICT),
  HOLD_FOREIGN(
      "hold-foreign",
      "暂缓公示由另一人解除：不能是提出暂缓的人，也不能是本组检查人员。",
      "A hold is lifted by another person: neither who held the result nor one of the team.",
      Kind.FORBIDDEN),
  REVIEWER_UNFIT(
      "reviewer-unfit",
      "录入的人不能确认自己的结果；法制审核由没有参加检查、没有确认过的人作出。",
      "Who recorded does not confirm, and who was there or has confirmed does no legal review.",
      Kind.FORBIDDEN);

  private final Wording wording;

  ClosingRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
