package cn.doublerandom.registry;

import cn.doublerandom.eventstore.decider.Rejection;

/** Why a request that waits cannot be ended by this account. */
public enum RequestRejection implements Rejection {
  MERGE_ASKED_BY_ANOTHER(
      "merge-asked-by-another",
      "只有申请人可以撤回；他人的申请请由另一人驳回。",
      "Only whoever asked takes it back; another person declines it.",
      Kind.FORBIDDEN),
  ERASURE_ASKED_BY_ANOTHER(
      "erasure-asked-by-another",
      "只有申请人可以撤回；他人的申请请由另一人驳回。",
      "Only whoever asked takes it back; another person declines it.",
      Kind.FORBIDDEN);

  private final Wording wording;

  RequestRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
